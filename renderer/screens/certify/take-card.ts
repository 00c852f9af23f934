import { parseCardQr } from '../../../shared/people/card-qr.ts'
import { showPersonalNumber } from '../../parts/field-text.ts'
import type { Scan } from '../../parts/use-scan.ts'
import { changeCertify, useCertify } from '../../state/certify.ts'

/** A card was read: fills the person, who is known by it from now on. */
export function takeCertifyCard(scan: Scan): void {
  const card = parseCardQr(scan.text)
  if (!card.ok) {
    useCertify.setState({ cardProblem: card.problem })
    return
  }
  const { name, personalNumber, address } = card.value
  changeCertify(({ person }) => ({
    isFromCard: true,
    person: {
      name, personalNumber: showPersonalNumber(personalNumber), address: address ?? '',
      phone: person.personalNumber === '' || person.personalNumber === showPersonalNumber(personalNumber) ? person.phone : '',
    },
  }))
  useCertify.setState({ cardProblem: null })
}
