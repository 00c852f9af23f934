import { useState } from 'react'
import type { Day } from '../../../shared/base/day.ts'
import type { Refused } from '../../../shared/bridge/main-api.ts'
import { ask } from '../../ask.ts'
import { main } from '../../main-api.ts'
import { openSubject } from '../../state/place.ts'
import { nextStepFor, whyNotSent } from '../../text/problems-sync.ts'
import { problemText } from '../../text/problems.ts'
import { syncWords as t, whenSent } from '../../text/sync.ts'
import { Button } from '../../ui/Button.tsx'
import { TextArea } from '../../ui/TextArea.tsx'

export interface RefusedPanelProps {
  readonly refused: readonly Refused[]
  readonly today: Day
  /** A code as a list of one's own office writes it. */
  readonly shorten: (code: string) => string
}

/** "Không gửi được": why, what to do, and the button; each stays until somebody settles it (rule S5). */
export function RefusedPanel({ refused, today, shorten }: RefusedPanelProps) {
  const [givingUp, setGivingUp] = useState<string | null>(null)
  const [said, setSaid] = useState('')
  async function settle(one: Refused, how: 'again' | 'give-up', reason: string): Promise<boolean> {
    const answer = await ask(() => main.sync.settle(one.id, how, reason))
    setSaid(answer.ok ? (how === 'again' ? t.settledAgain : t.settledGivenUp) : problemText(answer.problem))
    if (answer.ok) setGivingUp(null)
    return answer.ok
  }
  return (
    <section className="panel refused-panel" aria-labelledby="refused-title" data-part="">
      <header className="panel-h"><h2 id="refused-title">{t.refusedTitle(refused.length)}</h2></header>
      <table className="list">
        <caption className="sr">{t.refusedTitle(refused.length)}</caption>
        <colgroup><col style={{ width: '184px' }} /><col /><col /><col style={{ width: '228px' }} /></colgroup>
        <thead><tr><th scope="col">{t.refusedAbout}</th><th scope="col">{t.refusedWhy}</th><th scope="col">{t.refusedNext}</th><th scope="col"><span className="sr">{t.refusedDo}</span></th></tr></thead>
        <tbody>
          {refused.map(one => {
            const what = one.dossierCode === null ? t.about[one.what] : shorten(one.dossierCode)
            const { subject } = one
            return (
              <tr key={one.id}>
                <td>{subject === null ? <b>{what}</b> : <button type="button" className="open" onClick={() => { openSubject(subject) }}>{what}</button>}</td>
                <td>{whyNotSent(one.problem.code)}<br /><span className="small muted">{t.refusedSince(whenSent(one.since, today))}</span></td>
                <td>{nextStepFor(one.problem.code)}</td>
                <td>
                  <div className="row ends">
                    <Button size="small" aria-label={one.what === 'pull' ? undefined : t.againOf(what)} onClick={() => { void settle(one, 'again', '') }}>
                      {one.what === 'pull' ? t.letIn : t.again}
                    </Button>
                    {one.what !== 'device' && one.what !== 'pull' && (
                      <Button size="small" kind="quiet" aria-label={t.giveUpOf(what)} aria-expanded={givingUp === one.id} onClick={() => { setGivingUp(givingUp === one.id ? null : one.id) }}>
                        {t.giveUp}
                      </Button>
                    )}
                  </div>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {refused.filter(({ id }) => id === givingUp).map(one => (
        <GiveUp
          key={one.id} what={one.dossierCode === null ? t.about[one.what] : shorten(one.dossierCode)}
          onLeave={() => { setGivingUp(null) }} onSave={reason => settle(one, 'give-up', reason)}
        />
      ))}
      <p className="small pad said" role="status">{said}</p>
    </section>
  )
}

interface GiveUpProps {
  readonly what: string
  readonly onLeave: () => void
  readonly onSave: (reason: string) => Promise<boolean>
}

/** The reason is question enough; it stands in an act. */
function GiveUp({ what, onLeave, onSave }: GiveUpProps) {
  const [reason, setReason] = useState('')
  const [isMissing, setMissing] = useState(false)
  function save(): void {
    if (reason.trim() === '') setMissing(true)
    else void onSave(reason)
  }
  return (
    <div className="pad stack give-up" role="group" aria-label={t.giveUpTitle(what)}>
      <p><b>{t.giveUpTitle(what)}</b> {t.giveUpNote}</p>
      <TextArea label={t.reason} maxLength={1000} autoFocus value={reason} problem={isMissing && reason.trim() === '' ? t.reasonMissing : undefined} onText={setReason} />
      <div className="row"><Button onClick={save}>{t.giveUpSave}</Button><Button kind="quiet" onClick={onLeave}>{t.leave}</Button></div>
    </div>
  )
}
