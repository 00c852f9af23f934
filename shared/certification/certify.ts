import { Type, type Static } from 'typebox'
import type { NewAct } from '../acts/act.ts'
import { dayOfInstant, type Day } from '../base/day.ts'
import { failure, success, type Problem, type Result } from '../base/result.ts'
import { limitText, normalise } from '../base/text.ts'
import { isClockBehind } from '../calendar/clock-behind.ts'
import { due } from '../calendar/due.ts'
import { addWorkingDays } from '../calendar/working-days.ts'
import { normalisePerson, type PersonProblem } from '../people/person.ts'
import type { ProcedureProblem } from '../procedures/catalogue.ts'
import type { FeeCountProblem } from '../procedures/page-fee.ts'
import { drawReceipt, type StockUsedUp } from '../stocks/draw-receipt.ts'
import type { NoRange } from '../units/number-range.ts'
import { IdentitySeen, Payment, type CertificationBodies } from './act-bodies.ts'
import { chargePapers, PaperToCertify, type ChargeProblem } from './charge-papers.ts'
import { drawNumbers, type ClosedBook, type KeeperAway } from './draw-numbers.ts'
import type { CertificationMoment } from './moment.ts'

const Text = (maxLength: number) => Type.Optional(Type.String({ maxLength }))

/** A person as typed or read from a card; what the book does not need is not asked. */
export const PersonToCertify = Type.Object({
  name: Type.String({ maxLength: 200 }), personalNumber: Text(100), phone: Text(100), address: Text(500),
}, { additionalProperties: false })

export const CertifyInput = Type.Object({
  person: PersonToCertify,
  /** How the person was known; left out when nobody looked. */
  identity: Type.Optional(IdentitySeen),
  signer: Type.Object({ name: Type.String({ maxLength: 200 }), title: Type.String({ maxLength: 200 }) }),
  papers: Type.Array(PaperToCertify, { minItems: 1, maxItems: 50 }),
  /** Why nothing is paid, for all papers (rule M3). */
  exemptionGround: Text(500),
  payment: Payment,
  /** Working days more than the rule gives, agreed with the person: many originals, pages or copies (NĐ 23/2015/NĐ-CP, Art. 21 and 37). */
  extraDays: Type.Optional(Type.Integer({ minimum: 0, maximum: 2 })),
  /** The clerk has looked: today is today, though the journal holds later days (rule T16). */
  clockConfirmed: Type.Optional(Type.Boolean()),
  /** The clerk has looked: the keeper does not answer, so what its numbers do not reach for goes into this desk's own book (rule N6). */
  ownBook: Type.Optional(Type.Boolean()),
  /** The form it was typed into. */
  draft: Text(200),
})
export type CertifyInput = Static<typeof CertifyInput>

export type CertifyProblem = PersonProblem | ProcedureProblem | FeeCountProblem | ChargeProblem
  | NoRange | ClosedBook | KeeperAway | StockUsedUp
  | Problem & { readonly code: 'certification/identity-missing' | 'certification/signer-missing' }
  | Problem & { readonly code: 'certification/clock-behind'; readonly today: Day; readonly newestDay: Day }

/**
 * Certifies the papers of one person in one append (chứng thực, rules N5, M2, M3): a number for each kind of paper, and before the
 * first number of a year the opening of its book.
 *
 * Problems: `person/…`, `certification/paper-nameless`, `certification/procedure-unknown`, `procedure/…` when it may not be done on
 * this day, `certification/fee-needed`, `certification/exemption-ground-missing`, `certification/identity-missing` for a signature or
 * a transaction, `certification/signer-missing`, `certification/clock-behind` (T16), and last `stock/used-up`, `number/no-range` (N4),
 * `book/closed` and `certification/keeper-away` (N6), so that no number is drawn, and no keeper asked for one, in vain.
 */
export function certify(input: CertifyInput, moment: CertificationMoment): Result<readonly NewAct[], CertifyProblem> {
  const today = dayOfInstant(moment.at)
  const person = normalisePerson(input.person)
  if (!person.ok) return person
  const charged = chargePapers(input.papers, clean(input.exemptionGround ?? '', 500), today, moment.catalogue)
  if (!charged.ok) return charged
  const identity = input.identity ?? 'not-needed'
  const isKnown = identity !== 'not-needed' && person.value.personalNumber !== undefined
  if (!isKnown && charged.value.some(({ certified }) => certified.needsIdentity)) return failure({ code: 'certification/identity-missing' })
  const signer = { name: clean(input.signer.name, 200), title: clean(input.signer.title, 200) }
  if (signer.name === '' || signer.title === '') return failure({ code: 'certification/signer-missing' })
  if (isClockBehind(moment) && input.clockConfirmed !== true) {
    return failure({ code: 'certification/clock-behind', today, newestDay: dayOfInstant(moment.newestActAt ?? moment.at) })
  }
  const isPaid = charged.value.some(({ paper }) => paper.fee.amount > 0)
  const receipt = isPaid ? drawReceipt(moment.stocks, { device: moment.office.device, userId: moment.author.id }) : success(undefined)
  if (!receipt.ok) return receipt
  const drawn = drawNumbers(charged.value.map(({ certified }) => certified.book), today, moment, input.ownBook === true)
  if (!drawn.ok) return drawn

  const body: CertificationBodies['certification/certified'] = {
    person: person.value,
    identity,
    signer,
    papers: charged.value.map(({ paper }, place) => ({ ...numberAt(drawn.value.numbers, place), ...paper })),
    payment: input.payment,
    ...(receipt.value === undefined ? {} : { receipt: receipt.value }),
    dueOn: dueDay(input.extraDays ?? 0, moment),
    deskName: moment.office.desk,
    clerkName: moment.author.name,
    clockDoubted: isClockBehind(moment),
    ...typedIn(input.draft),
  }
  return success([...drawn.value.opened, { subject: moment.freshSubject('certification'), kind: 'certification/certified', body }])
}

/** The same day, or the next working day after the hour of rule T7, and as many more as both agreed. */
function dueDay(extraDays: number, { at, calendar, hours }: CertificationMoment): Day {
  const counted = due({ startedAt: at, limit: { count: 0, unit: 'same-day' }, calendar, hours })
  if (!counted.ok || counted.value.dueOn === null) throw new Error('A moment is malformed')
  return addWorkingDays(counted.value.dueOn, extraDays, calendar)
}

/** As the act names the form it was typed into. */
export function typedIn(draft: string | undefined): Pick<CertificationBodies['certification/certified'], 'draft'> {
  return draft === undefined || draft === '' ? {} : { draft: { id: draft, rows: [] } }
}

function numberAt<T>(numbers: readonly T[], place: number): T {
  const number = numbers[place]
  if (number === undefined) throw new Error('A paper was left without a number')
  return number
}

function clean(text: string, max: number): string {
  return limitText(normalise(text), max)
}
