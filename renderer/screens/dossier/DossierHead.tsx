import { daysBetween, formatDayLong, formatTime, type Day } from '../../../shared/base/day.ts'
import type { OfficeView } from '../../../shared/bridge/main-api.ts'
import type { Dossier } from '../../../shared/dossiers/dossier.ts'
import { isClockRunning } from '../../../shared/dossiers/lifecycle.ts'
import type { Person } from '../../../shared/people/person.ts'
import { DueBadge } from '../../parts/DueBadge.tsx'
import { dossierText as t } from '../../text/dossier.ts'
import { dossierStates } from '../../text/dossier-words.ts'
import { limitInWords } from '../../text/due.ts'
import { Badge } from '../../ui/Badge.tsx'

export interface DossierHeadProps {
  readonly dossier: Dossier
  readonly view: OfficeView
  readonly today: Day
}

/** Code, procedure, person, state and due day: what a clerk reads first. */
export function DossierHead({ dossier, view, today }: DossierHeadProps) {
  const { code, state, procedure, due, receivedAt } = dossier
  const limit = due === undefined ? '' : limitInWords(due.limit)
  return (
    <div className="head">
      <div>
        <p className="code">{code === undefined ? t.noCode(state) : <Code code={code} view={view} />}</p>
        <p className="procedure-name"><b>{procedure.name}</b> <span className="muted small">{procedure.code} · {t.catalogue(procedure.version)}</span></p>
        <p>{honorific(dossier.applicant, today)}<b>{dossier.applicant.name}</b>{personFacts(dossier.applicant).map(fact => `, ${fact}`).join('')} · {how(dossier)}</p>
      </div>
      <div className="head-end">
        <p className="row badges">
          <Badge tone={state === 'refused' ? 'refused' : 'plain'}>{dossierStates[state]}</Badge>
          {isClockRunning(state) && due !== undefined && due.dueOn !== null && (
            <DueBadge state={state} dueOn={due.dueOn} dueAt={due.dueAt} today={today} calendar={view.calendar} />
          )}
        </p>
        {due !== undefined && (
          <p>{due.dueOn === null ? t.noDue : <>{t.byDay} <b>{formatDayLong(due.dueOn)}</b>{due.dueAt !== null && `, ${formatTime(due.dueAt)}`}</>}</p>
        )}
        <p className="small muted">{t.received(receivedAt, limit)}</p>
      </div>
    </div>
  )
}

/** The part every code of this office begins with is paler, the last four digits stand out. */
function Code({ code, view }: { readonly code: string; readonly view: OfficeView }) {
  const { prefix, unitPart } = view.office.codePattern
  const own = `${prefix}.${unitPart}-`
  const rest = code.startsWith(own) ? code.slice(own.length) : code
  return <>{rest !== code && <span className="dim">{own}</span>}{rest.slice(0, -4)}<b>{rest.slice(-4)}</b></>
}

/** Whoever is not yet eighteen is called by the name alone. */
function honorific({ sex, bornOn }: Person, today: Day): string {
  if (sex === undefined || (bornOn !== undefined && daysBetween(bornOn, today) < 18 * 365)) return ''
  return `${t.honorific[sex]} `
}

function personFacts({ bornOn, address }: Person): readonly string[] {
  return [...(bornOn === undefined ? [] : [t.bornOn(bornOn)]), ...(address === undefined ? [] : [address])]
}

function how({ owner, channel }: Dossier): string {
  return owner === undefined ? t.channel[channel] : `${t.onBehalf(owner.name)}, ${t.channel[channel]}`
}
