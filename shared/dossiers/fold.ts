import type { Act } from '../acts/act.ts'
import { inFoldingOrder } from '../acts/order.ts'
import type { BlankOf } from '../stocks/act-bodies.ts'
import { receiptsDrawnBy } from '../stocks/drawn-by.ts'
import type { DrawnReceipt } from '../stocks/fold-stock.ts'
import { beginDossier, type Opening } from './begin-dossier.ts'
import { continueProgress, ended } from './continue-progress.ts'
import { withValue } from './corrections.ts'
import { findDisputes, type Correction, type NotAdmitted } from './disputes.ts'
import type { Dossier, DossierState } from './dossier.ts'
import { readAct, type KnownAct } from './known-act.ts'
import { mayBePaid, nextState } from './lifecycle.ts'
import { balanceOf } from './money.ts'
import { isBeforeLeader, isOpenPart, resultsThere } from './parts.ts'
import { outcomeOf, repeatsOf, type Repeat } from './repeats.ts'
import { parted, type Settlement } from './settled.ts'
import { isSameBlank } from './stray-money.ts'
import { addPagesTo, attach, detach, withPapers } from './papers.ts'

/**
 * One dossier from its acts, in whatever order they arrived (rules D1, D2).
 *
 * Never throws and never drops an act: what the state does not admit, or what holds no readable
 * body, opens a dispute. Undefined while nothing that begins a dossier has arrived; the acts
 * then wait in the journal for the one that does.
 */
export function fold(acts: readonly Act[]): Dossier | undefined {
  const ordered = inFoldingOrder(distinct(acts))
  const notAdmitted: NotAdmitted[] = []
  const corrections: Correction[] = []
  const settlements: Settlement[] = []
  const repeats: Repeat[] = []
  const givenBack: Act[] = []
  const lastByOutcome = new Map<string, Act>()
  let dossier: Dossier | undefined
  for (const act of ordered) {
    const known = readAct(act)
    const state = known && nextState(dossier?.state ?? 'none', known.kind)
    if (known === undefined || state === undefined || isOutOfPlace(known, dossier)) {
      notAdmitted.push({ act, isReadable: known !== undefined, state: dossier?.state, twin: lastByOutcome.get(outcomeOf(act.kind)) })
      continue
    }
    lastByOutcome.set(outcomeOf(act.kind), act)
    repeats.push(...repeatsOf(known, act))
    if (known.kind === 'dossier/fee-receipt-voided' && known.body.givenBack !== undefined) givenBack.push(act)
    if (known.kind === 'dossier/corrected') corrections.push({ act, field: known.body.field, value: known.body.to })
    if (known.kind === 'dossier/dispute-settled') {
      const { field, value } = known.body
      settlements.push({ act, body: known.body })
      if (field !== undefined) corrections.push({ act, field, value })
    }
    dossier = dossier === undefined ? beginDossier(known as Opening, act, state) : continueDossier(dossier, known, act, state)
  }
  if (dossier === undefined) return undefined
  const disputes = findDisputes({ corrections, repeats: whichMatter(repeats, dossier), notAdmitted })
  const stray = strayReceipts(notAdmitted.map(({ act }) => act), givenBack)
  return { ...dossier, ...parted(disputes, settlements), ...(stray.length === 0 ? {} : { strayReceipts: stray }), acts: ordered }
}

/** Receipts of acts the state did not admit, also those that were made void meanwhile (rule M3). */
function strayReceipts(notAdmitted: readonly Act[], givenBack: readonly Act[]): NonNullable<Dossier['strayReceipts']> {
  const drawn = receiptsDrawnBy(notAdmitted)
  const isStray = (voided: DrawnReceipt): boolean => drawn.some(receipt => isSameBlank(receipt, voided))
  const later = receiptsDrawnBy(givenBack).filter(isStray)
  return [...drawn.filter(receipt => !later.some(voided => isSameBlank(receipt, voided))), ...later]
}

function hasReceipt({ money }: Dossier, blank: BlankOf): boolean {
  return money.some(({ receipt }) => receipt !== undefined && isSameBlank(receipt, blank))
}

/** Money taken at two desks is too much only when it is more than is due. */
function whichMatter(repeats: readonly Repeat[], dossier: Dossier): readonly Repeat[] {
  const { due, collected, refunded } = balanceOf(dossier)
  return collected - refunded > due ? repeats : repeats.filter(({ title }) => title !== 'fee-twice')
}

/**
 * Pages of a paper that another desk took out meanwhile: a person says where they belong. So with a second apology (rule T12), with a
 * part of a linked dossier whose result is there, or is being signed, or that it has not, with the number of a result not yet there,
 * and with a receipt whose money is not the dossier's, unless it is given back.
 */
function isOutOfPlace({ kind, body }: KnownAct, dossier: Dossier | undefined): boolean {
  if (dossier === undefined) return false
  switch (kind) {
    case 'dossier/apologised': return dossier.apology !== undefined
    case 'dossier/pages-added': return !dossier.papers.some(({ id }) => id === body.paperId)
    case 'dossier/part-resolved': return !isOpenPart(dossier, body.part) || isBeforeLeader(dossier, body.part)
    case 'dossier/fee-receipt-voided':
      return body.givenBack === undefined && !(mayBePaid(dossier.state) && hasReceipt(dossier, body.voided))
    case 'dossier/parts-signed':
    case 'dossier/submitted-for-signature': return body.results.some(({ part }) => part !== undefined && !isOpenPart(dossier, part))
    case 'dossier/results-numbered': {
      const there = resultsThere(dossier).map(({ id }) => id)
      return dossier.state !== 'resolved' && !body.numbers.every(({ id }) => there.includes(id))
    }
    default: return false
  }
}

function continueDossier(dossier: Dossier, known: KnownAct, act: Act, state: DossierState): Dossier {
  switch (known.kind) {
    case 'dossier/corrected':
      return { ...withValue(dossier, known.body.field, known.body.to), state }
    case 'dossier/dispute-settled':
      return known.body.field === undefined ? { ...dossier, state } : { ...withValue(dossier, known.body.field, known.body.value), state }
    case 'dossier/form-printed':
      return { ...dossier, state, printed: { ...dossier.printed, [known.body.form]: (dossier.printed[known.body.form] ?? 0) + 1 } }
    case 'dossier/note-added':
      return { ...dossier, state, notes: [...dossier.notes, { text: known.body.text, author: act.author, at: act.at }] }
    case 'dossier/page-looked-at':
      return { ...dossier, state }
    case 'dossier/pages-added':
      return { ...withPapers(dossier, addPagesTo(dossier.papers, known.body.paperId, known.body.pages)), state }
    case 'dossier/paper-attached':
      return { ...withPapers(dossier, attach(dossier.papers, known.body.paper)), state }
    case 'dossier/paper-detached':
      return { ...withPapers(dossier, detach(dossier.papers, known.body.paperId)), state }
    case 'dossier/voided':
      return { ...ended(dossier, 'voided', act), state, holder: null, reason: known.body.reason }
    case 'dossier/received':
    case 'dossier/refused':
    case 'guidance/given':
      throw new Error(`The table begins a dossier twice: ${known.kind}`)
    default:
      return continueProgress({ ...dossier, state }, known, act)
  }
}

/** One of each, however often a line was read; also two lines under one number have an order of their own. */
function distinct(acts: readonly Act[]): readonly Act[] {
  return [...new Map(acts.map(act => [act.name, act])).values()].sort((one, other) => (one.name < other.name ? -1 : 1))
}
