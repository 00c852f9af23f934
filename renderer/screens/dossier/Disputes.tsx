import { useState } from 'react'
import { dayOfInstant, type Day } from '../../../shared/base/day.ts'
import type { Dossier, SettledDispute } from '../../../shared/dossiers/dossier.ts'
import { mayDo, rolesWith, type Role } from '../../../shared/users/role.ts'
import { dossierText as t } from '../../text/dossier.ts'
import { rolesWhoMay } from '../../text/roles.ts'
import { Button } from '../../ui/Button.tsx'
import { Message } from '../../ui/Message.tsx'
import { DisputeBox } from './DisputeBox.tsx'
import { showValue } from './field-value.ts'
import type { WhoAndWhere } from './who-and-where.ts'

export interface DisputesProps {
  readonly dossier: Dossier
  readonly place: WhoAndWhere
  readonly roles: readonly Role[]
  readonly today: Day
  readonly isReadOnly: boolean
  readonly reload: () => Promise<void>
}

/** What two desks wrote differently: to be settled, or settled today and still to be taken back (rules L19, D4). */
export function Disputes({ dossier, place, roles, today, isReadOnly, reload }: DisputesProps) {
  const [again, setAgain] = useState<string | null>(null)
  const ofToday = dossier.settled.filter(({ by }) => dayOfInstant(by.at) === today)
  const open = [...dossier.disputes, ...ofToday.filter(({ dispute }) => dispute.id === again).map(({ dispute }) => dispute)]
  return (
    <>
      {open.map(dispute => {
        const right = dispute.kind === 'field' ? 'dispute/settle-field' : 'dispute/settle-state'
        return (
          <DisputeBox
            key={dispute.id} dispute={dispute} dossier={dossier} place={place} reload={reload} onSettled={() => {
              setAgain(null)
              requestAnimationFrame(focusWhatIsLeft)
            }}
            waitsFor={mayDo(roles, right) && !isReadOnly ? null : rolesWhoMay(rolesWith(right))}
          />
        )
      })}
      {ofToday.filter(({ dispute }) => dispute.id !== again).map(settled => (
        <Message
          key={settled.dispute.id} tone="plain" role="status"
          acts={!isReadOnly && settled.dispute.kind === 'field' && mayDo(roles, 'dispute/settle-field')
            && <Button size="small" onClick={() => { setAgain(settled.dispute.id) }}>{t.chooseAgain}</Button>}
        >
          {saidOf(settled)}
        </Message>
      ))}
    </>
  )
}

/** The cursor goes to the next dispute, else back to the head: settling one after the other takes two keys each. */
function focusWhatIsLeft(): void {
  (document.querySelector<HTMLElement>('.dispute input') ?? document.querySelector<HTMLElement>('.dossier-head'))?.focus()
}

function saidOf({ dispute, chosen }: SettledDispute): string {
  const side = dispute.acts.find(({ name }) => name === chosen)
  return dispute.field === undefined || side === undefined ? t.settledKept : t.settledSaid(showValue(dispute.field, side.value))
}
