import type { Act } from '../acts/act.ts'
import { readAct as readCertification } from '../certification/read-act.ts'
import { readAct as readDossier } from '../dossiers/known-act.ts'

/** What one person did with the money of one PC since they counted last. Whole đồng (rule M1). */
export interface Drawer {
  /** UTC, ms; null before the first count. */
  readonly since: string | null
  readonly collected: number
  readonly refunded: number
  /** What was paid by transfer meanwhile, by subject: as much of it as is given back does not come out of the drawer. */
  readonly byTransfer: Readonly<Record<string, number>>
}

/** By user id. */
export type Drawers = Readonly<Record<string, Drawer>>

export const EMPTY_DRAWER: Drawer = { since: null, collected: 0, refunded: 0, byTransfer: {} }

/** What should lie there; never below nothing: whoever gave back more than they took used their own. */
export function expectedIn({ collected, refunded }: Pick<Drawer, 'collected' | 'refunded'>): number {
  return Math.max(0, collected - refunded)
}

/** The drawers after one more act of this PC; what is about no money leaves them as they were. */
export function applyToDrawers(drawers: Drawers, act: Act): Drawers {
  const before = drawers[act.author] ?? EMPTY_DRAWER
  const after = act.kind === 'cash/counted' ? { ...EMPTY_DRAWER, since: act.at } : withMoney(before, act)
  return after === before ? drawers : { ...drawers, [act.author]: after }
}

function withMoney(drawer: Drawer, act: Act): Drawer {
  if (act.subject.startsWith('certification:')) return withCertification(drawer, act)
  return act.subject.startsWith('dossier:') ? withDossier(drawer, act) : drawer
}

function withDossier(drawer: Drawer, act: Act): Drawer {
  const read = readDossier(act)
  switch (read?.kind) {
    case 'dossier/fee-collected':
      return taken(drawer, act.subject, read.body)
    case 'dossier/result-returned':
      return read.body.fee === undefined ? drawer : taken(drawer, act.subject, read.body.fee)
    case 'dossier/fee-receipt-voided':
      return givenBack(drawer, act.subject, read.body.givenBack ?? 0)
    case 'dossier/withdrawn':
    case 'dossier/stopped':
      return givenBack(drawer, act.subject, read.body.refund?.amount ?? 0)
    default:
      return drawer
  }
}

function withCertification(drawer: Drawer, act: Act): Drawer {
  const read = readCertification(act)
  switch (read?.kind) {
    case 'certification/certified':
      return taken(drawer, act.subject, {
        method: read.body.payment, amount: read.body.papers.reduce((sum, { fee }) => sum + fee.amount, 0),
      })
    case 'certification/voided':
      return givenBack(drawer, act.subject, read.body.refunded)
    default:
      return drawer
  }
}

type Money = { readonly method: 'cash' | 'transfer'; readonly amount: number }

function taken(drawer: Drawer, subject: string, { method, amount }: Money): Drawer {
  if (amount === 0) return drawer
  if (method === 'cash') return { ...drawer, collected: drawer.collected + amount }
  return { ...drawer, byTransfer: { ...drawer.byTransfer, [subject]: (drawer.byTransfer[subject] ?? 0) + amount } }
}

/** What came by transfer goes back by transfer; only the rest is paid in notes. */
function givenBack(drawer: Drawer, subject: string, amount: number): Drawer {
  if (amount === 0) return drawer
  const transferred = drawer.byTransfer[subject] ?? 0
  const back = Math.min(transferred, amount)
  const byTransfer = back === 0 ? drawer.byTransfer : { ...drawer.byTransfer, [subject]: transferred - back }
  return { ...drawer, byTransfer, refunded: drawer.refunded + amount - back }
}
