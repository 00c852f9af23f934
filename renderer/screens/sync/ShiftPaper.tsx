import { useState } from 'react'
import type { CountedCash } from '../../../shared/cash/last-count.ts'
import type { Problem } from '../../../shared/base/result.ts'
import { ask } from '../../ask.ts'
import { main } from '../../main-api.ts'
import { useOffice } from '../../state/office.ts'
import { useSession } from '../../state/session.ts'
import { cashWords as t } from '../../text/cash.ts'
import { problemText } from '../../text/problems.ts'
import { Button } from '../../ui/Button.tsx'
import { Message } from '../../ui/Message.tsx'
import { Select } from '../../ui/Select.tsx'

/** Today's count stands; whoever takes the drawer over signs for it. */
export function ShiftPaper({ count }: { readonly count: CountedCash }) {
  const { names, who } = useSession()
  const others = names.filter(({ id }) => id !== who?.id)
  const [to, setTo] = useState(others[0]?.id ?? '')
  const [outcome, setOutcome] = useState<{ readonly file: string | null } | Problem | null>(null)
  const device = useOffice(({ view }) => view?.device.printer == null ? 'pdf' : 'printer')

  async function print(): Promise<void> {
    const taker = others.find(({ id }) => id === to)?.name ?? ''
    const answer = await ask(() => main.printing.handOver({ kind: 'shift', taker, subjects: [], to: device }))
    setOutcome(answer.ok ? answer.value : answer.problem)
  }
  return (
    <div className="stack shift-paper">
      <p role="status"><b>{t.countedAt(count.at, count.counted)}</b></p>
      <Select label={t.to} value={to} choices={others.map(({ id, name }) => ({ value: id, label: name }))} onChoose={setTo} />
      <div className="row"><Button size="small" onClick={() => { void print() }}>{t.print}</Button></div>
      {outcome !== null && <Message tone={'code' in outcome ? 'soon' : 'plain'} role="status">{said(outcome)}</Message>}
      <p className="small muted">{t.printHint}</p>
    </div>
  )
}

function said(outcome: { readonly file: string | null } | Problem): string {
  if ('code' in outcome) return problemText(outcome)
  return outcome.file === null ? t.printed : t.savedAs(outcome.file)
}
