import type { DossierState } from './dossier.ts'
import type { DossierActKind } from './act-bodies.ts'

/** Where a dossier can stand; `none` before its first act. */
export type Standing = DossierState | 'none'

type Row = Readonly<Partial<Record<DossierActKind, DossierState>>>

/**
 * The life of a dossier: state × act → state, and nothing else is allowed (rules L1–L17, L19, L20).
 *
 * A printed paper is a fact in every state, and so are a settled dispute and a look at a card; everything else belongs to an open dossier,
 * but money that came after it was closed, whose receipt may be made void.
 */
export const LIFECYCLE: Readonly<Record<Standing, Row>> = {
  none: {
    'dossier/received': 'received',
    'dossier/refused': 'refused',
    'guidance/given': 'guided',
  },
  received: {
    ...whileOpen('received'),
    'dossier/delay-explained': 'received',
    'dossier/forwarded': 'processing',
    'dossier/voided': 'withdrawn',
    'dossier/withdrawn': 'withdrawn',
  },
  processing: {
    ...whileOpen('processing'),
    'dossier/apologised': 'processing',
    'dossier/delay-explained': 'processing',
    'dossier/forwarded': 'processing',
    'dossier/part-resolved': 'processing',
    'dossier/payment-requested': 'awaitingPayment',
    'dossier/resolved': 'resolved',
    'dossier/results-numbered': 'processing',
    'dossier/stopped': 'stopped',
    'dossier/submitted-for-signature': 'awaitingSignature',
    'dossier/supplement-requested': 'awaitingSupplement',
    'dossier/withdrawn': 'withdrawn',
  },
  awaitingSupplement: {
    ...whileOpen('awaitingSupplement'),
    'dossier/apologised': 'awaitingSupplement',
    'dossier/stopped': 'stopped',
    'dossier/supplemented': 'processing',
    'dossier/withdrawn': 'withdrawn',
  },
  awaitingPayment: {
    ...whileOpen('awaitingPayment'),
    'dossier/payment-recorded': 'processing',
    'dossier/stopped': 'stopped',
    'dossier/withdrawn': 'withdrawn',
  },
  awaitingSignature: {
    ...whileOpen('awaitingSignature'),
    'dossier/apologised': 'awaitingSignature',
    'dossier/delay-explained': 'awaitingSignature',
    'dossier/part-resolved': 'awaitingSignature',
    'dossier/parts-signed': 'processing',
    'dossier/results-numbered': 'awaitingSignature',
    'dossier/sent-back': 'processing',
    'dossier/signed': 'resolved',
  },
  resolved: {
    ...whileOpen('resolved'),
    'dossier/delay-explained': 'resolved',
    'dossier/result-returned': 'returned',
    'dossier/results-numbered': 'resolved',
  },
  returned: {
    ...always('returned'),
    'dossier/delay-explained': 'returned',
    'dossier/fee-collected': 'returned',
    'dossier/fee-receipt-voided': 'returned',
  },
  refused: always('refused'),
  withdrawn: { ...always('withdrawn'), 'dossier/fee-receipt-voided': 'withdrawn' },
  stopped: { ...always('stopped'), 'dossier/delay-explained': 'stopped', 'dossier/fee-receipt-voided': 'stopped' },
  guided: always('guided'),
}

/** The state after the act, or undefined when the table does not allow it. */
export function nextState(from: Standing, kind: string): DossierState | undefined {
  const row: Readonly<Partial<Record<string, DossierState>>> = LIFECYCLE[from]
  return Object.hasOwn(row, kind) ? row[kind] : undefined
}

/** Whether work on the dossier goes on, or its result waits to be collected (rule L16). */
export function isOpen(state: DossierState): boolean {
  return nextState(state, 'dossier/note-added') !== undefined
}

/** Whether money may still be the dossier's: what is handed over may still be paid, what ended otherwise may not. */
export function mayBePaid(state: DossierState): boolean {
  return nextState(state, 'dossier/fee-collected') !== undefined
}

/** Whether the limit runs: not while the office waits for the person (rules T10, T11), nor once the result is there (T13). */
export function isClockRunning(state: DossierState): boolean {
  return state === 'received' || state === 'processing' || state === 'awaitingSignature'
}

/** Whether an act of this kind closes the dossier it is admitted to. */
export function closes(kind: string): boolean {
  return CLOSING.has(kind)
}

/**
 * Whether it closes a dossier without its result being handed over: what a brake on a mass loss looks at (rule S13).
 * A day's returns at another counter are work done, however many.
 */
export function closesUnreturned(kind: string): boolean {
  return closes(kind) && kind !== 'dossier/result-returned'
}

/** The table as text, so that it can be read next to the law: for each act where it leads, and where the state stays. */
export function printLifecycle(): string {
  const states = Object.keys(LIFECYCLE) as Standing[]
  const kinds = [...new Set(states.flatMap(state => Object.keys(LIFECYCLE[state])))].sort()
  return kinds.flatMap(kind => {
    const moves = states.flatMap(from => {
      const to = nextState(from, kind)
      return to === undefined || to === from ? [] : [`  ${from} → ${to}`]
    })
    const stays = states.filter(from => nextState(from, kind) === from)
    return [kind, ...moves, ...(stays.length === 0 ? [] : [`  stays ${stays.join(' ')}`])]
  }).join('\n')
}

const CLOSING: ReadonlySet<string> = new Set(Object.entries(LIFECYCLE).flatMap(([from, row]) =>
  from === 'none' ? [] : Object.entries(row).flatMap(([kind, to]) => isOpen(from as DossierState) && !isOpen(to) ? [kind] : [])))

function always(state: DossierState): Row {
  return { 'dossier/dispute-settled': state, 'dossier/form-printed': state, 'dossier/page-looked-at': state }
}

function whileOpen(state: DossierState): Row {
  return {
    ...always(state),
    'dossier/corrected': state,
    'dossier/fee-collected': state,
    'dossier/fee-receipt-voided': state,
    'dossier/note-added': state,
    'dossier/pages-added': state,
    'dossier/paper-attached': state,
    'dossier/paper-detached': state,
  }
}
