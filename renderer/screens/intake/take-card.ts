import { formatDay } from '../../../shared/base/day.ts'
import { parseCardQr, type CardFacts } from '../../../shared/people/card-qr.ts'
import { showPersonalNumber, showPhone } from '../../parts/field-text.ts'
import type { Scan } from '../../parts/use-scan.ts'
import type { IntakeDraft } from '../../state/intake-draft.ts'
import { changeDraft, useIntake } from '../../state/intake.ts'
import { useProgram } from '../../state/program.ts'
import { findLastPhone } from './earlier.ts'

/** A card was read: fills the person, says where it came from, and remembers the phone of last time. */
export async function takeCard(scan: Scan): Promise<void> {
  const card = parseCardQr(scan.text)
  if (!card.ok) {
    useIntake.setState({ cardProblem: card.problem })
    return
  }
  changeDraft(draft => withCard(draft, card.value, useProgram.getState().now))
  useIntake.setState({ cardProblem: null })
  const { id } = useIntake.getState().draft
  const phone = await findLastPhone(card.value.personalNumber)
  const { draft } = useIntake.getState()
  if (phone !== undefined && draft.id === id && draft.applicant.phone === '') changeDraft(withLastPhone(draft, phone))
}

/** What the card says replaces what stood there; what it leaves out is emptied for another person, kept for the same. */
export function withCard(draft: IntakeDraft, card: CardFacts, readAt: string | null): Partial<IntakeDraft> {
  const isSame = draft.applicant.personalNumber === '' || draft.applicant.personalNumber.replace(/\s/g, '') === card.personalNumber
  const before = isSame ? draft.applicant : { ...draft.applicant, bornOn: '', sex: '', phone: '', email: '', address: '' }
  const filled = {
    name: card.name,
    personalNumber: showPersonalNumber(card.personalNumber),
    ...(card.bornOn !== null && { bornOn: formatDay(card.bornOn) }),
    ...(card.sex !== null && { sex: card.sex }),
    ...(card.address !== null && { address: card.address }),
  }
  return {
    applicant: { ...before, ...filled },
    sources: { ...(isSame ? draft.sources : {}), ...Object.fromEntries(Object.keys(filled).map(field => [field, 'card'] as const)) },
    cardReadAt: readAt,
  }
}

function withLastPhone({ applicant, sources }: IntakeDraft, phone: string): Partial<IntakeDraft> {
  return { applicant: { ...applicant, phone: showPhone(phone) }, sources: { ...sources, phone: 'last-time' } }
}
