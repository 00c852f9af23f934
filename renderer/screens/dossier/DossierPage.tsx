import { useMemo } from 'react'
import { formatDayLong, type Day } from '../../../shared/base/day.ts'
import type { OfficeView } from '../../../shared/bridge/main-api.ts'
import type { Dossier } from '../../../shared/dossiers/dossier.ts'
import { scanForFocus, useScannedFor } from '../../parts/ScanForRow.tsx'
import { Screen, type ScreenKey } from '../../parts/Screen.tsx'
import { goBack, goTo } from '../../state/place.ts'
import { useProgram } from '../../state/program.ts'
import { useSession } from '../../state/session.ts'
import { dossierHelp, dossierText as t } from '../../text/dossier.ts'
import { scanText } from '../../text/scan.ts'
import { stepNames, stepText } from '../../text/steps.ts'
import { dossierStates } from '../../text/dossier-words.ts'
import { Button } from '../../ui/Button.tsx'
import { Message } from '../../ui/Message.tsx'
import { pressMain } from '../../ui/press-main.ts'
import { ActionBar, nextLabel, otherSteps, stepKey } from './ActionBar.tsx'
import { whatIsAllowed, type NextAct } from './allowed.ts'
import { ClosedNote } from './ClosedNote.tsx'
import { Disputes } from './Disputes.tsx'
import { DossierHead } from './DossierHead.tsx'
import { DuePanel } from './DuePanel.tsx'
import { EventsPanel } from './EventsPanel.tsx'
import { ExportLine } from './ExportLine.tsx'
import { FourFacts } from './FourFacts.tsx'
import { OpenForm } from './OpenForm.tsx'
import { PapersPanel } from './PapersPanel.tsx'
import { PartsPanel } from './PartsPanel.tsx'
import { PeoplePanel, TO_PERSON } from './PeoplePanel.tsx'
import { Preview } from './Preview.tsx'
import { PrintLine } from './PrintLine.tsx'
import { StepForm } from './StepForm.tsx'
import { tellEvents } from './tell-events.ts'
import { useExport } from './use-export.ts'
import { usePrinting } from './use-printing.ts'
import { useStep } from './use-step.ts'
import { useWriting } from './use-writing.ts'
import { whoAndWhere } from './who-and-where.ts'

export interface DossierPageProps {
  readonly dossier: Dossier
  readonly view: OfficeView
  readonly today: Day
  readonly reload: () => Promise<void>
}

/** The page of one dossier: head, what may be done, the open form, disputes, papers, people, due day, course of events. */
export function DossierPage({ dossier, view, today, reload }: DossierPageProps) {
  const { who, names } = useSession()
  const isReadOnly = useProgram(state => state.journal !== null && state.journal.readOnly !== null)
  const roles = who?.roles ?? []
  const { signedProcedures } = view.city.settings
  const allowed = whatIsAllowed({ dossier, roles, userId: who?.id ?? '', today, signedProcedures, isReadOnly })
  const number = dossier.applicant.personalNumber
  const place = useMemo(() => whoAndWhere(dossier, names, view.office, view.desks), [dossier, names, view])
  const told = useMemo(() => tellEvents(dossier, place), [dossier, place])
  const { printing, print, clear } = usePrinting(dossier.subject)
  const { exporting, exportPages } = useExport(dossier.subject)
  const writing = useWriting(dossier, reload, () => {
    clear()
    steps.leave()
  })
  const steps = useStep(dossier, reload, print, () => {
    clear()
    writing.leave()
  })
  const open = steps.open === null ? writing.open : null
  const may = (id: string): boolean => allowed.writing.some(one => one.id === id && one.obstacle === null)

  function doNext(next: NextAct): void {
    if (next.id === 'print') print(next.form)
    else if (next.id === 'correct') writing.openForm('correct')
    else if (next.id === 'return') goTo('returns', dossier.subject)
    else if (next.id === 'step') steps.openForm(next.step)
    else writing.openForm('attach', { paperId: next.paperId })
  }
  const [form] = allowed.forms
  const isScanned = useScannedFor(dossier.subject) > 0 && may('attach')
  const isSamePrint = open === null && steps.open === null && allowed.next?.id === 'print'
  const printKey: readonly ScreenKey[] = allowed.printing === null && form !== undefined
    ? [{ shortcut: 'Control+P', act: () => { print(form) }, ...(isSamePrint ? {} : { label: t.print(form, dossier.printed[form] ?? 0) }) }]
    : []
  const mayExport = allowed.printing === null && dossier.papers.some(({ pages = [] }) => pages.length > 0)
  const isFormOpen = steps.open !== null || (open !== null && open !== 'preview')
  const nextWords = allowed.next === undefined ? undefined : nextLabel(allowed.next, dossier)
  const formLabel = steps.open !== null ? stepNames[steps.open].save : open !== null && open !== 'preview' ? t.saveAs[open] : undefined
  const mainLabel = formLabel !== undefined ? formLabel : isScanned ? scanText.forRow.saveKey : nextWords
  const leave = (): void => { if (steps.open !== null) steps.leave(); else if (open === null) goBack(); else writing.leave() }
  const hasPaper = steps.step?.paper !== undefined
  const stepKeys: readonly ScreenKey[] = steps.open === null
    ? otherSteps(allowed).flatMap((id, i) => {
      const shortcut = stepKey(i)
      return shortcut === undefined ? [] : [{ shortcut, act: () => { steps.openForm(id) } }]
    })
    : hasPaper ? [{ shortcut: 'Shift+F9', label: stepText.withoutPaper, act: () => { steps.save(false) } }] : []
  return (
    <Screen title={t.title(dossier.code)} help={dossierHelp} onLeave={leave} keys={[
      ...(mainLabel === undefined ? [] : [{ shortcut: 'F9', label: mainLabel, act: pressMain, main: true }]),
      ...stepKeys,
      ...printKey,
      ...(mayExport ? [{ shortcut: 'Control+S', label: t.savePages, act: () => { exportPages(null, 'pdf') } }] : []),
      { shortcut: 'F5', act: scanForFocus, ...(may('attach') && { label: scanText.forRow.scan }) },
      { cap: 'F6', label: t.keys.next },
      { cap: '↑ ↓', label: t.keys.papers },
      { shortcut: 'ArrowDown', act: toPapers },
      { shortcut: TO_PERSON, act: () => number !== undefined && openPerson(number) },
      { cap: 'Esc', label: open === null && steps.open === null ? t.keys.back : t.close, act: leave },
    ]}>
      <section className="panel dossier-head" data-part="" data-first="" tabIndex={-1} aria-label={headSentence(dossier)}>
        <DossierHead dossier={dossier} view={view} today={today} />
        <FourFacts dossier={dossier} />
        <ActionBar
          dossier={dossier} allowed={allowed} isFormOpen={isScanned || isFormOpen} onNext={doNext} onPrint={print} onStep={steps.openForm}
          onOpen={id => { writing.openForm(id, id === 'attach' ? { paperId: '' } : {}) }} onPreview={() => { writing.openForm('preview') }}
        />
      </section>
      {steps.said !== null && <Message tone="plain" role="status">{steps.said}</Message>}
      <PrintLine printing={printing} />
      <ExportLine exporting={exporting} />
      {writing.said !== null && (
        <Message tone="plain" role="status" acts={writing.undo === null ? undefined : <Button size="small" autoFocus onClick={writing.undo}>{t.undo}</Button>}>
          {writing.said}
        </Message>
      )}
      {open === null && writing.problem !== null && <Message tone="late" role="alert">{writing.problemText}</Message>}
      <ClosedNote dossier={dossier} />
      <div className="dossier">
        <div>
          {open === 'preview' && <Preview subject={dossier.subject} forms={allowed.forms} onLeave={writing.leave} />}
          <StepForm work={steps} />
          {open !== null && open !== 'preview' && (
            <OpenForm
              id={open} dossier={dossier} draft={writing.draft} problem={writing.problem} busy={writing.busy}
              onChange={writing.change} onSave={writing.save} onLeave={writing.leave}
            />
          )}
          <Disputes dossier={dossier} place={place} roles={roles} today={today} isReadOnly={isReadOnly} reload={reload} />
          <PapersPanel
            dossier={dossier} mayAttach={may('attach')} isFormOpen={isFormOpen} mayDetach={may('detach')} onDetach={writing.detach} onAddPages={writing.addPages} onScanned={writing.addScanned} onLook={writing.look}
            onExport={mayExport ? exportPages : undefined}
            onTake={paper => { writing.openForm('attach', { paperId: paper.id }) }}
          />
          <PartsPanel dossier={dossier} />
          <PeoplePanel dossier={dossier} place={place} />
        </div>
        <div>
          <DuePanel dossier={dossier} view={view} />
          <EventsPanel told={told} />
        </div>
      </div>
    </Screen>
  )
}

/** Code, procedure, person, state, due day. */
function headSentence({ code, procedure, applicant, state, due }: Dossier): string {
  return t.headOf([t.title(code), procedure.name, applicant.name, dossierStates[state], due?.dueOn == null ? undefined : `${t.byDay} ${formatDayLong(due.dueOn)}`])
}

function openPerson(number: string): void {
  goTo('person', number)
}

/** From the head or the page itself ↓ goes to the papers; anywhere else it is left to whoever stands there. */
function toPapers(): boolean {
  const here = document.activeElement
  const paper = document.querySelector<HTMLElement>('.papers-panel [data-stop][tabindex="0"]')
  if (paper === null || !(here?.matches('.dossier-head, #work, body') ?? true)) return false
  paper.focus()
  return true
}
