import type { Dossier } from './dossier.ts'

/** The one list of the desk a dossier waits in; an index walks one value quickly, a choice of states slowly. */
export type Queue = 'open' | 'guided' | 'closed'

/** Open dossiers have a day to keep; guidance waits for the person to come again; the rest waits for nobody. */
export function queueOf(dossier: Pick<Dossier, 'state'>): Queue {
  switch (dossier.state) {
    case 'received':
      return 'open'
    case 'guided':
      return 'guided'
    case 'refused':
    case 'withdrawn':
      return 'closed'
  }
}
