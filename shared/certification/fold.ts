import type { Act } from '../acts/act.ts'
import { inFoldingOrder } from '../acts/order.ts'
import type { CertificationBodies } from './act-bodies.ts'
import type { Certification, CertifiedPaper } from './certification.ts'
import { readAct, type KnownAct } from './read-act.ts'

/**
 * One visit from its acts, in whatever order they arrived (rules D1, D2).
 *
 * Never throws and never drops an act. Undefined while nothing that begins a visit has arrived.
 */
export function foldCertification(acts: readonly Act[]): Certification | undefined {
  const ordered = inFoldingOrder([...new Map(acts.map(act => [act.name, act])).values()])
  const notAdmitted: Act[] = []
  let visit: Certification | undefined
  for (const act of ordered) {
    const known = readAct(act)
    const next = known && admit(visit, known, act)
    if (next === undefined) notAdmitted.push(act)
    else visit = next
  }
  return visit && { ...visit, fee: feeOf(visit.papers), notAdmitted, acts: ordered }
}

/** The visit after the act, or undefined where the act cannot follow. */
function admit(visit: Certification | undefined, known: KnownAct, act: Act): Certification | undefined {
  switch (known.kind) {
    case 'certification/certified':
      return visit === undefined ? beginCertified(known.body, act) : undefined
    case 'certification/refused':
      return visit === undefined ? beginRefused(known.body, act) : undefined
    case 'certification/voided':
      return visit && withVoided(visit, known.body, act)
    case 'book/opened':
    case 'book/closed':
    case 'book/numbers-lent':
      return undefined
  }
}

function beginCertified(body: CertificationBodies['certification/certified'], act: Act): Certification {
  const { person, identity, signer, papers, payment, receipt, dueOn, deskName, clerkName, clockDoubted } = body
  const kept = { person, identity, signer, papers, payment, ...(receipt !== undefined && { receipt }), dueOn, clockDoubted }
  return { ...begun(act, deskName, clerkName), state: 'certified', ...kept }
}

function beginRefused(body: CertificationBodies['certification/refused'], act: Act): Certification {
  const { person, procedure, paperName, ground, groundWords, legalBasis, note, deskName, clerkName } = body
  const refused = { procedure, paperName, ground, groundWords, legalBasis, ...(note === undefined ? {} : { note }) }
  return { ...begun(act, deskName, clerkName), state: 'refused', person, papers: [], refused, clockDoubted: false }
}

function begun({ subject, device, at }: Act, desk: string, clerk: string) {
  return { subject, device, desk, clerk, at, fee: 0, notAdmitted: [], acts: [] }
}

/** A number was entered, and its fee taken, at one desk, so only that desk can say that it counts for nothing. */
function withVoided(visit: Certification, body: CertificationBodies['certification/voided'], act: Act): Certification | undefined {
  const paper = findPaper(visit.papers, body)
  if (paper === undefined || paper.voided !== undefined || act.device !== visit.device) return undefined
  const voided = { reason: body.reason, author: act.author, at: act.at, refunded: body.refunded }
  return { ...withReceipt(visit, body, act), papers: visit.papers.map(each => (each === paper ? { ...paper, voided } : each)) }
}

function withReceipt(visit: Certification, body: CertificationBodies['certification/voided'], { author: by, at }: Act): Certification {
  const { receipt: old, voidedReceipts = [], ...rest } = visit
  if (old === undefined || body.voided?.stock !== old.stock || body.voided.number !== old.number) return visit
  const next = body.receipt === undefined ? {} : { receipt: body.receipt }
  return { ...rest, ...next, voidedReceipts: [...voidedReceipts, { ...old, reason: body.reason, at, by }] }
}

/** The papers whose money the receipt of the visit stands for: those that counted when it was drawn (rule M3). */
export function papersOnReceipt({ papers, voidedReceipts = [], at }: Pick<Certification, 'papers' | 'voidedReceipts' | 'at'>): readonly CertifiedPaper[] {
  const drawnAt = voidedReceipts.at(-1)?.at ?? at
  return papers.filter(({ voided }) => voided === undefined || voided.at > drawnAt)
}

/** The paper of a visit that has this number. */
export function findPaper(
  papers: readonly CertifiedPaper[], { book, number }: Pick<CertificationBodies['certification/voided'], 'book' | 'number'>,
): CertifiedPaper | undefined {
  return papers.find(paper => paper.number === number
    && paper.book.kind === book.kind && paper.book.year === book.year && paper.book.keeper === book.keeper)
}

/** What the numbers that count cost together, in đồng. */
export function feeOf(papers: readonly CertifiedPaper[]): number {
  return papers.reduce((sum, { fee, voided }) => sum + (voided === undefined ? fee.amount : 0), 0)
}
