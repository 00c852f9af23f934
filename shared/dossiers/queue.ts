import type { Dossier } from './dossier.ts'

/** The one list of the desk a dossier waits in; an index walks one value quickly, a choice of states slowly. */
export type Queue = 'open' | 'waiting' | 'ready' | 'guided' | 'closed'

/**
 * Open dossiers have a day to keep; of the others, some wait for what the person must bring or pay, some for the person
 * to collect the result, guidance for the person to come again; the rest waits for nobody.
 */
export function queueOf(dossier: Pick<Dossier, 'state'>): Queue {
  switch (dossier.state) {
    case 'received':
    case 'processing':
    case 'awaitingSignature':
      return 'open'
    case 'awaitingSupplement':
    case 'awaitingPayment':
      return 'waiting'
    case 'resolved':
      return 'ready'
    case 'guided':
      return 'guided'
    case 'returned':
    case 'refused':
    case 'withdrawn':
    case 'stopped':
      return 'closed'
  }
}
