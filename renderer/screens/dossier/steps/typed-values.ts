import { parseDay } from '../../../../shared/base/day.ts'
import { success, type Result } from '../../../../shared/base/result.ts'
import { normalise } from '../../../../shared/base/text.ts'
import { heldOriginals } from '../../../../shared/dossiers/originals.ts'
import { balanceOf } from '../../../../shared/dossiers/money.ts'
import type { Dossier } from '../../../../shared/dossiers/dossier.ts'
import { readAmount } from '../../../parts/read-amount.ts'
import { stepText as t } from '../../../text/steps.ts'
import type { StepField, Typed } from './step.ts'

/** One thing a line, empty lines left out. */
export function linesOf(text: string | undefined): readonly string[] {
  return (text ?? '').split(/\r\n|\r|\n/u).map(normalise).filter(line => line !== '')
}

/** A day as the desk takes it; what is no day goes on as it was typed, so that the desk can say so. Empty is today. */
export function dayField<Name extends string>(name: Name, typed: Typed): { readonly [K in Name]?: string } {
  const text = normalise(typed[name] ?? '')
  return (text === '' ? {} : { [name]: parseDay(text) ?? text.slice(0, 10) }) as { readonly [K in Name]?: string }
}

/** A count as it was typed; what is none becomes one that no desk takes. */
export function countTyped(text: string | undefined): number {
  const bare = normalise(text ?? '')
  return bare === '' ? 0 : /^-?\d{1,6}$/u.test(bare) ? Number(bare) : -1
}

/** How many originals of each paper go back, all of them to begin with. */
export const givingBack = {
  begin: (dossier: Dossier): Typed => Object.fromEntries(heldOriginals(dossier).map(({ paperId, held }) => [`back ${paperId}`, String(held)])),
  fields: (dossier: Dossier): readonly StepField[] => heldOriginals(dossier).map(({ paperId, name, held }) =>
    ({ name: `back ${paperId}`, kind: 'count', label: t.giveBack(name), hint: t.held(held), max: 4 })),
  input: (dossier: Dossier, typed: Typed) => heldOriginals(dossier).map(({ paperId }) => ({ paperId, givenBack: countTyped(typed[`back ${paperId}`]) })),
} as const

/** Money given back, where any was taken. */
export const refunding = {
  fields: (dossier: Dossier): readonly StepField[] => taken(dossier) === 0 ? [] : [
    { name: 'refund', kind: 'money', label: t.refund, hint: t.taken(taken(dossier)), max: 20 },
    { name: 'refundReason', kind: 'line', label: t.refundReason, max: 500 },
  ],
  input: (typed: Typed): Result<object> => {
    const [text, reason] = [normalise(typed['refund'] ?? ''), normalise(typed['refundReason'] ?? '')]
    if (text === '' && reason === '') return success({})
    const amount = readAmount(text === '' ? '0' : text)
    return amount.ok ? success({ refund: { amount: amount.value, ...(reason === '' ? {} : { reason }) } }) : amount
  },
} as const

function taken(dossier: Dossier): number {
  const { collected, refunded } = balanceOf(dossier)
  return Math.max(0, collected - refunded)
}
