import { formatDay } from '../../../shared/base/day.ts'
import type { Procedure } from '../../../shared/procedures/procedure.ts'
import { searchProcedures } from '../../../shared/procedures/search.ts'
import { FIELD_LENGTH } from '../../parts/field-text.ts'
import { MarkedName } from '../../parts/MarkedName.tsx'
import { useCatalogue } from '../../state/catalogue.ts'
import { useIntake } from '../../state/intake.ts'
import { intakeText as t } from '../../text/intake.ts'
import { Combobox } from '../../ui/Combobox.tsx'
import { Message } from '../../ui/Message.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { RadioGroup } from '../../ui/RadioGroup.tsx'
import type { CaseView } from './case-view.ts'
import { chooseCase, chooseProcedure, typeQuery } from './choose-procedure.ts'
import { needText } from './need-text.ts'
import { TwinNote } from './TwinNote.tsx'
import type { IntakeView } from './use-intake-view.ts'

const SHOWN = 8

/** 2 Thủ tục: a few letters without marks; papers, fee and due day follow the choice before Enter. */
export function ProcedurePart({ intake, state }: { readonly intake: IntakeView; readonly state: 'now' | 'done' | 'ahead' }) {
  const { draft, view } = intake
  const { need, recent } = useIntake()
  const catalogue = useCatalogue(all => all.catalogue)
  const found = catalogue === null || draft.query.trim() === '' ? [] : searchProcedures(catalogue, draft.query, { limit: SHOWN, recent })
  const similar = intake.isPreview ? [] : found.filter(({ code }) => code !== draft.procedureCode).slice(0, 2)

  return (
    <Panel title={t.parts.procedure} step={{ number: 2, state }} className="procedure-part">
      <div className="pad proc">
        <div data-field="procedure">
          <Combobox
            label={t.findProcedure}
            text={draft.query}
            onText={text => { typeQuery(text.slice(0, FIELD_LENGTH.query), SHOWN) }}
            options={found.map(({ code, shortName, field }) => ({
              id: code, content: <MarkedName name={shortName} query={draft.query} note={`${code} · ${field}`} />,
            }))}
            onActive={code => { useIntake.setState({ activeCode: code }) }}
            onChoose={chooseProcedure}
            nothing={catalogue === null ? t.opening : t.notFound(draft.query)}
            problem={needText(need, 'procedure')}
            hint={<ProcedureHint isOpen={catalogue !== null} similar={similar} />}
          />
        </div>
        {view !== undefined && <FoundProcedure view={view} query={draft.query} isPreview={intake.isPreview} />}
        <TwinNote intake={intake} />
        {view !== undefined && view.cases.length > 1 && (
          <div data-field="case">
            <RadioGroup
              inline label={t.caseLabel} value={view.caseId} className="cases"
              choices={view.cases.map(one => ({ value: one.id, label: one.name === '' ? t.caseUsual : one.name }))}
              onChoose={chooseCase}
            />
          </div>
        )}
      </div>
    </Panel>
  )
}

function ProcedureHint({ isOpen, similar }: { readonly isOpen: boolean; readonly similar: readonly Procedure[] }) {
  if (!isOpen) return t.opening
  return (
    <>
      {t.findHint}{similar.length > 0 && <> {t.similar}<br /></>}
      {similar.map(({ code, shortName }, i) => (
        <span key={code}>{i > 0 && ' · '}<button type="button" className="link" onClick={() => { chooseProcedure(code) }}>{shortName}</button></span>
      ))}
    </>
  )
}

function FoundProcedure({ view, query, isPreview }: { readonly view: CaseView; readonly query: string; readonly isPreview: boolean }) {
  const { stopped } = view
  return (
    <>
      <div className="found" data-preview={isPreview ? '' : undefined}>
        <MarkedName
          name={view.procedureTitle} query={query}
          note={t.procedureLine(view.procedureCode, view.field, view.decision, view.version)}
        />
      </div>
      {stopped !== null && <Message tone="soon" className="tight">{stoppedSentence(stopped)}</Message>}
    </>
  )
}

function stoppedSentence(stopped: NonNullable<CaseView['stopped']>): string {
  switch (stopped.code) {
    case 'procedure/suspended':
    case 'procedure/not-yet-valid':
      return t.stopped[stopped.code](formatDay(stopped.from))
    case 'procedure/withdrawn':
      return t.stopped[stopped.code](formatDay(stopped.until))
    case 'procedure/unknown':
      return t.stopped[stopped.code]()
  }
}
