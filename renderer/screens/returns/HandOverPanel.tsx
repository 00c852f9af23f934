import { useEffect, useRef, type ReactNode } from 'react'
import type { Dossier } from '../../../shared/dossiers/dossier.ts'
import { balanceOf } from '../../../shared/dossiers/money.ts'
import { heldOriginals } from '../../../shared/dossiers/originals.ts'
import { FIELD_LENGTH } from '../../parts/field-text.ts'
import { isTypedNumber, nextReceiptSentence } from '../../parts/next-receipt.ts'
import { SaveFailed } from '../../parts/SaveFailed.tsx'
import { useNextReceipt } from '../../parts/use-stocks.ts'
import { goTo } from '../../state/place.ts'
import { identities } from '../../text/identities.ts'
import { problemText } from '../../text/problems.ts'
import { returnsText as t } from '../../text/returns.ts'
import { saving } from '../../text/saving.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { EnterMoves } from '../../ui/EnterMoves.tsx'
import { Field } from '../../ui/Field.tsx'
import { Message } from '../../ui/Message.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { RadioGroup } from '../../ui/RadioGroup.tsx'
import { Select } from '../../ui/Select.tsx'
import { isRepresented, keptBehind, placeOfReturn, type ReturnDraft, type ReturnPlace } from './return-draft.ts'
import type { ReturnWork } from './use-return.ts'

export interface HandOverPanelProps {
  readonly dossier: Dossier
  readonly work: ReturnWork
}

/** The chosen result in four steps: who, what goes over, the fee, the signature; F9 records it and prints the slip. */
export function HandOverPanel({ dossier, work }: HandOverPanelProps) {
  const { draft, problem, busy } = work
  const body = useRef<HTMLDivElement>(null)
  const place = problem === null ? undefined : placeOfReturn(problem)
  useEffect(() => { if (place !== undefined) body.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus() }, [place, problem])
  if (draft === null) return null
  const { applicant, procedure, code, receivedAt, due, ended, disputes } = dossier
  const part: PartProps = {
    dossier, draft, change: work.change,
    problemAt: at => at === place && problem !== null ? problemText(problem) : undefined,
  }
  const kept = keptBehind(dossier, draft)
  return (
    <Panel title={t.head(applicant.name, procedure.name)} className="hand-over">
      <div ref={body}>
        <EnterMoves>
          <p className="which small muted">
            <b>{code}</b> · {t.facts(receivedAt, due?.dueOn ?? null)}{ended !== undefined && ` · ${t.readySince(ended.at)}`}
          </p>
          {disputes.length > 0 && (
            <Message tone="soon" acts={<Button size="small" onClick={() => { goTo('dossier', dossier.subject) }}>{t.openDossier}</Button>}>{t.disputed}</Message>
          )}
          <div className="hand">
            <Step number={1} title={t.who}><Who {...part} /></Step>
            <Step number={2} title={t.handOver}><What {...part} kept={kept} /></Step>
            <Step number={3} title={t.fee}><Fee {...part} /></Step>
            <Step number={4} title={t.sign}><p className="small muted">{draft.collectedBy === 'post' ? t.signPost : t.signHint}</p></Step>
          </div>
          {problem !== null && place === undefined && <SaveFailed problem={problem} onRetry={() => { work.save(true) }} />}
          <div className="row pad finish">
            <p className="small">{t.after} {kept > 0 && <b role="status">{t.kept(kept)}</b>}{busy && saving.now}</p>
            <Button kind="main" size="large" shortcut="F9" onClick={() => { work.save(true) }}>{t.save}</Button>
          </div>
        </EnterMoves>
      </div>
    </Panel>
  )
}

function Step({ number, title, children }: { readonly number: number; readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h3><span className="step" aria-hidden="true">{number}</span>{title}</h3>
      <div className="stack">{children}</div>
    </section>
  )
}

interface PartProps {
  readonly dossier: Dossier
  readonly draft: ReturnDraft
  readonly change: (changes: Partial<ReturnDraft>) => void
  readonly problemAt: (place: ReturnPlace) => string | undefined
}

function Who({ dossier, draft, change, problemAt }: PartProps) {
  const { applicant, owner } = dossier
  const ways = (['applicant', 'owner', 'proxy', 'post'] as const).filter(way => way !== 'owner' || owner !== undefined)
  const isNamed = draft.collectedBy === 'proxy' || isRepresented(draft, dossier)
  const standing = isNamed ? '' : draft.collectedBy === 'owner' ? owner?.name : applicant.name
  return (
    <>
      <RadioGroup label={t.who} className="bare" value={draft.collectedBy} choices={ways.map(value => ({ value, label: t.collectedBy[value] }))}
        onChoose={collectedBy => { change({ collectedBy, name: '', personalNumber: '', fromCard: false }) }} />
      <div className="grid2">
        <Field
          label={isRepresented(draft, dossier) ? t.representative : t.name} from={draft.fromCard ? t.fromCard : undefined}
          maxLength={FIELD_LENGTH.name} value={draft.name} skip={!isNamed || draft.fromCard} placeholder={standing} problem={problemAt('name')}
          onText={name => { change({ name, fromCard: false }) }}
        />
        {draft.collectedBy !== 'post' && <Field label={t.personalNumber} maxLength={FIELD_LENGTH.personalNumber} value={draft.personalNumber} skip
          inputMode="numeric" onText={personalNumber => { change({ personalNumber }) }} />}
      </div>
      {draft.collectedBy !== 'post' && <Select label={t.identity} value={draft.identitySeen} skip
        choices={(['id-card', 'vneid', 'passport', 'other-paper'] as const).map(value => ({ value, label: identities[value] }))}
        onChoose={identitySeen => { change({ identitySeen }) }} />}
      {draft.collectedBy === 'proxy' && <Field label={t.authorisation} hint={t.authorisationHint} maxLength={FIELD_LENGTH.authorisation} value={draft.authorisation}
        problem={problemAt('authorisation')} onText={authorisation => { change({ authorisation }) }} />}
      {draft.collectedBy === 'post' && <Field label={t.postNumber} maxLength={100} value={draft.postNumber} problem={problemAt('postNumber')}
        onText={postNumber => { change({ postNumber }) }} />}
    </>
  )
}

function What({ dossier, draft, change, problemAt, kept }: PartProps & { readonly kept: number }) {
  const held = heldOriginals(dossier)
  const give = (paperId: string, count: string): void => { change({ back: { ...draft.back, [paperId]: count } }) }
  return (
    <>
      <ul>
        {dossier.results.map(({ id, name, number, issuedOn }) => (
          <li key={id}><b>{name}</b>{number !== undefined && issuedOn !== undefined && t.result(number, issuedOn)}</li>
        ))}
      </ul>
      {draft.collectedBy !== 'post' && <p className="small muted">{t.readAloud}</p>}
      <h4>{t.originals}</h4>
      {held.length === 0 && <p className="small muted">{t.noOriginals}</p>}
      {held.map(({ paperId, name, held: count }) => count === 1
        ? <Checkbox key={paperId} label={t.original(name)} checked={draft.back[paperId] === '1'} skip onTick={ticked => { give(paperId, ticked ? '1' : '0') }} />
        : <Field key={paperId} label={t.originalsOf(name, count)} inputMode="numeric" maxLength={4} skip
            value={draft.back[paperId] ?? ''} problem={problemAt('back')} onText={text => { give(paperId, text) }} />)}
      {kept > 0 && <p className="mark soon">{t.kept(kept)}</p>}
    </>
  )
}

function Fee({ dossier, draft, change, problemAt }: PartProps) {
  const receipt = useNextReceipt()
  const { owed, collected } = balanceOf(dossier)
  const said = nextReceiptSentence(receipt)
  if (owed === 0) return <p>{t.paid(collected)}</p>
  return (
    <>
      <p>{t.owed(owed)}</p>
      <div className="grid2">
        <Field label={t.take} hint={t.takeHint} inputMode="numeric" maxLength={20} value={draft.fee} problem={problemAt('fee')}
          onText={fee => { change({ fee }) }} />
        {isTypedNumber(receipt) && <Field label={t.receiptNumber} maxLength={100} value={draft.receiptNumber} skip
          onText={receiptNumber => { change({ receiptNumber }) }} />}
      </div>
      <RadioGroup label={t.method} inline value={draft.method} skip onChoose={method => { change({ method }) }}
        choices={(['cash', 'transfer'] as const).map(value => ({ value, label: t.methods[value] }))} />
      {said !== undefined && <p className="small">{said}</p>}
    </>
  )
}
