import type { Find } from '../../state/find.ts'
import { NOBODY } from '../../store/search-question.ts'
import { dossierStates } from '../../text/dossier-words.ts'
import { search as t } from '../../text/search.ts'

/** What a question could be called: what it is narrowed by, in words. */
export function suggestName(find: Find): string {
  const { text, state, field, procedure, holder, channel, received, due } = find
  return [
    text.trim(),
    state === '' ? '' : dossierStates[state as keyof typeof dossierStates],
    due === 'any' ? '' : t.dueSpans[due],
    field,
    procedure,
    holder === NOBODY ? t.nobody : holder,
    channel === '' ? '' : t.channels[channel as keyof typeof t.channels],
    received === 'any' ? '' : t.receivedSpans[received],
  ].filter(part => part !== '').join(', ').slice(0, LONGEST)
}

const LONGEST = 40
