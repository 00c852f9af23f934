import type { Act } from '../acts/act.ts'
import type { DossierBodies } from './act-bodies.ts'
import type { Dossier } from './dossier.ts'
import type { DuePromise } from './due-promise.ts'
import type { KnownActOf, ProgressKind } from './known-act.ts'
import { attach, withPapers } from './papers.ts'
import { partsSigned, resultsOfParts } from './parts.ts'
import type { DossierEnd, DossierPart, DossierResult, Handover, MoneyEntry, Pause, Promised } from './progress.ts'
import type { FeeTaken, Keeper, ResultNumber } from './progress-parts.ts'

/** The dossier, already in its new state, after one act of the later life (rules L4–L15). */
export function continueProgress<Kind extends ProgressKind>(dossier: Dossier, { kind, body }: KnownActOf<Kind>, act: Act): Dossier {
  return (CONTINUE[kind] as Continue<Kind>)(dossier, body, act)
}

type Continue<Kind extends ProgressKind> = (dossier: Dossier, body: DossierBodies[Kind], act: Act) => Dossier

const CONTINUE: { readonly [Kind in ProgressKind]: Continue<Kind> } = {
  'dossier/apologised': (dossier, { due, ...body }, { at, author: by }) => ({
    ...promised(dossier, due, 'apologised', at),
    apology: { ...pick(body, ['number', 'reason', 'previousDueOn']), dueOn: due.dueOn, at, by },
  }),
  'dossier/delay-explained': (dossier, { reason }, { at, author: by }) => ({ ...dossier, delay: { reason, at, by } }),
  'dossier/fee-collected': collected,
  'dossier/fee-receipt-voided': (dossier, { voided, reason, receipt, givenBack = 0 }, { at, author: by }) => {
    const isOn = ({ receipt: old }: MoneyEntry): boolean => old?.stock === voided.stock && old.number === voided.number
    const back: MoneyEntry = { kind: 'refunded', amount: givenBack, reason, at, by }
    const money = dossier.money.map(entry => {
      const { receipt: old, receiptNumber: _, voidedReceipts = [], ...kept } = entry
      if (old === undefined || !isOn(entry)) return entry
      const written = receipt === undefined ? {} : { receipt, receiptNumber: receipt.printed }
      return { ...kept, ...written, voidedReceipts: [...voidedReceipts, { ...pick(old, ['stock', 'number', 'printed']), reason, at, by }] }
    })
    return {
      ...dossier,
      printed: withoutPrint(dossier.printed, 'fee-receipt'),
      money: givenBack > 0 && dossier.money.some(isOn) ? [...money, back] : money,
    }
  },
  'dossier/forwarded': (dossier, body, { at }) =>
    handedOver(dossier, { ...pick(body, ['from', 'to', 'isLate', 'note']), at, by: 'forwarded' }),
  'dossier/part-resolved': (dossier, { part, results }, { at, author: by }) => ({
    ...dossier, parts: (dossier.parts ?? []).map(each => (each.id === part ? { ...each, resolved: { results, at, by } } : each)),
  }),
  'dossier/parts-signed': (dossier, { results, ...body }, { at, author: by }) => ({
    ...backToSubmitter(dossier, { from: { userId: by, name: body.signer }, at, by: 'signed', isLate: false }),
    parts: partsSigned(dossier.parts ?? [], results, { at, by, signature: { ...pick(body, ['how', 'signer', 'signedOn']), at, by } }),
    drafts: [],
  }),
  'dossier/payment-recorded': (dossier, body, { at, author: by }) => ({
    ...promised(dossier, body.due, 'payment-recorded', at),
    payments: changeLast(dossier.payments, last => ({ ...last, paid: { ...pick(body, ['amount', 'proof', 'paidOn']), at, by } })),
    pauses: resumed(dossier.pauses, at),
  }),
  'dossier/payment-requested': (dossier, body, { at, author }) => ({
    ...dossier,
    payments: [...dossier.payments, { ...pick(body, ['noticeNumber', 'noticedOn', 'issuedBy', 'amount']), requestedAt: at, requestedBy: author }],
    pauses: [...dossier.pauses, { why: 'payment', since: at }],
  }),
  'dossier/resolved': (dossier, { results }, act) => ({
    ...backAtCounter(dossier, 'resolved', act), results: numbered(results, resultsOfParts(dossier.parts ?? [])), drafts: [],
  }),
  'dossier/result-returned': (dossier, body, act) => {
    const paid = body.fee === undefined ? dossier : collected(dossier, body.fee, act)
    const how = pick(body, ['collectedBy', 'name', 'personalNumber', 'identitySeen', 'authorisation', 'postNumber'])
    return { ...ended(paid, 'returned', act), holder: null, originals: body.originals, collection: { ...how, at: act.at, by: act.author } }
  },
  'dossier/results-numbered': (dossier, { numbers }) => ({
    ...dossier,
    results: numbered(dossier.results, numbers),
    ...(dossier.parts === undefined ? {} : { parts: dossier.parts.map(part => withNumbers(part, numbers)) }),
  }),
  'dossier/sent-back': (dossier, { reason }, { at, author: by }) => ({
    ...backToSubmitter(dossier, { from: holderOf(dossier, by), at, by: 'sent-back', isLate: false, note: reason }), sentBack: { reason, at, by },
  }),
  'dossier/signed': (dossier, body, act) => ({
    ...backAtCounter(dossier, 'signed', act, { userId: act.author, name: body.signer }),
    results: body.results,
    drafts: [],
    signature: { ...pick(body, ['how', 'signer', 'signedOn']), at: act.at, by: act.author },
  }),
  'dossier/stopped': (dossier, body, act) => closed({ ...dossier, reason: body.reason }, body, body.as === 'stop' ? 'stopped' : 'refused-after-appraisal', act),
  'dossier/submitted-for-signature': (dossier, { to, results }, { at, author }) => ({
    ...handedOver(dossier, { from: holderOf(dossier, author), to, at, by: 'submitted-for-signature', isLate: false }),
    drafts: results,
  }),
  'dossier/supplement-requested': (dossier, body, { at, author }) => ({
    ...dossier,
    supplements: [...dossier.supplements, { ...pick(body, ['count', 'papers', 'reason', 'legalGround']), requestedAt: at, requestedBy: author }],
    printed: withoutPrint(dossier.printed, 'supplement-request'),
    pauses: [...dossier.pauses, { why: 'supplement', since: at }],
  }),
  'dossier/supplemented': (dossier, { papers, due }, { at, author }) => ({
    ...promised(withPapers(dossier, papers.reduce<Dossier['papers']>(attach, dossier.papers)), due, 'supplemented', at),
    supplements: changeLast(dossier.supplements, last => ({ ...last, suppliedAt: at, suppliedBy: author })),
    pauses: resumed(dossier.pauses, at),
  }),
  'dossier/withdrawn': (dossier, body, act) => closed({ ...dossier, reason: body.request }, body, 'withdrawn', act),
}

/** The clock ends once, with whatever came first (rule T13). */
export function ended(dossier: Dossier, how: DossierEnd['how'], { at, author }: Act): Dossier {
  return dossier.ended === undefined ? { ...dossier, ended: { how, at, by: author } } : dossier
}

function closed(
  dossier: Dossier, { originals, refund }: Pick<DossierBodies['dossier/stopped'], 'originals' | 'refund'>, how: DossierEnd['how'], act: Act,
): Dossier {
  const paid: MoneyEntry = { kind: 'refunded', amount: 0, ...refund, at: act.at, by: act.author }
  return {
    ...ended(dossier, how, act), holder: null, originals, pauses: resumed(dossier.pauses, act.at),
    money: refund === undefined || refund.amount === 0 ? dossier.money : [...dossier.money, paid],
    ...(refund === undefined ? {} : { refund }),
  }
}

function promised(dossier: Dossier, due: DuePromise, by: Promised['by'], at: string): Dossier {
  return { ...dossier, due, promises: [...dossier.promises, { due, at, by }], ...openPartsUntil(due.dueOn, dossier.parts) }
}

/** A new day of the whole holds for every part whose result is not there (rule T10). */
function openPartsUntil(dueOn: DuePromise['dueOn'], parts: Dossier['parts']): Pick<Dossier, 'parts'> {
  return parts === undefined ? {} : { parts: parts.map(part => (part.resolved === undefined ? { ...part, dueOn } : part)) }
}

function handedOver(dossier: Dossier, handover: Handover): Dossier {
  const { to, at } = handover
  return { ...dossier, holder: { ...pick(to, ['userId', 'name']), since: at }, handovers: [...dossier.handovers, handover] }
}

/** Who laid it before the leader works on. */
function backToSubmitter(dossier: Dossier, handover: Omit<Handover, 'to'>): Dossier {
  const submitter = dossier.handovers.findLast(({ by }) => by === 'submitted-for-signature')?.from
  return handedOver(dossier, { ...handover, to: submitter ?? handover.from })
}

function withNumbers(part: DossierPart, numbers: readonly ResultNumber[]): DossierPart {
  const { resolved } = part
  return resolved === undefined ? part : { ...part, resolved: { ...resolved, results: numbered(resolved.results, numbers) } }
}

/** The results with the numbers of those that have one. */
function numbered(results: readonly DossierResult[], numbers: readonly Pick<DossierResult, 'id' | 'number' | 'issuedOn'>[]): readonly DossierResult[] {
  const numberById = new Map(numbers.filter(({ number }) => number !== undefined).map(one => [one.id, pick(one, ['number', 'issuedOn'])]))
  return results.map(result => ({ ...result, ...numberById.get(result.id) }))
}

/** The result waits where the dossier was received. */
function backAtCounter(dossier: Dossier, by: 'resolved' | 'signed', act: Act, from = holderOf(dossier, act.author)): Dossier {
  return ended(handedOver(dossier, { from, to: dossier.receiver ?? from, at: act.at, by, isLate: false }), 'resolved', act)
}

function holderOf({ holder }: Dossier, author: string): Keeper {
  return holder === null ? { userId: author, name: author } : pick(holder, ['userId', 'name'])
}

function collected(dossier: Dossier, fee: FeeTaken, { at, author: by }: Act): Dossier {
  const printed = withoutPrint(dossier.printed, 'fee-receipt')
  return { ...dossier, printed, money: [...dossier.money, { kind: 'collected', ...pick(fee, ['amount', 'method', 'receiptNumber', 'receipt']), at, by }] }
}

/** A new request, and money taken again, is a new paper: its first print is no reprint of the one before (rule N7). */
function withoutPrint(printed: Dossier['printed'], form: string): Dossier['printed'] {
  return Object.fromEntries(Object.entries(printed).filter(([name]) => name !== form))
}

function resumed(pauses: readonly Pause[], until: string): readonly Pause[] {
  return changeLast(pauses, last => (last.until === undefined ? { ...last, until } : last))
}

function changeLast<T>(list: readonly T[], change: (last: T) => T): readonly T[] {
  return list.map((one, i) => (i === list.length - 1 ? change(one) : one))
}

/** Only what is named: a body may hold its salt, and what a newer version adds. */
function pick<T extends object, Key extends keyof T>(from: T, keys: readonly Key[]): Pick<T, Key> {
  return Object.fromEntries(keys.filter(key => Object.hasOwn(from, key)).map(key => [key, from[key]])) as Pick<T, Key>
}
