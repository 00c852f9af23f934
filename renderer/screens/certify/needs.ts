import type { Day } from '../../../shared/base/day.ts'
import type { Problem } from '../../../shared/base/result.ts'
import { findCertified, type CertifiedProcedure } from '../../../shared/certification/certified.ts'
import { filledLines, type CertifyDraft } from '../../state/certify-draft.ts'
import type { CertifyNeed } from '../../state/certify.ts'
import { lineFee, pagesOrCopies } from './line-fee.ts'

/** What must still be said before saving, the first thing first; undefined when nothing is. */
export function firstCertifyNeed(draft: CertifyDraft, on: Day, isClockAsked: boolean): CertifyNeed | undefined {
  if (isClockAsked) return { field: 'clock', what: 'clock' }
  if (draft.person.name.trim() === '') return { field: 'name', what: 'name' }
  return draft.isRefusal ? refusalNeed(draft) : linesNeed(draft, on) ?? restNeed(draft)
}

/** What the desk found missing after all, where the screen can point at it. */
export function needOfProblem({ code }: Problem): CertifyNeed | undefined {
  return NEEDS_BY_CODE[code]
}

const NEEDS_BY_CODE: Readonly<Record<string, CertifyNeed | undefined>> = {
  'certification/clock-behind': { field: 'clock', what: 'clock' },
  'certification/keeper-away': { field: 'main', what: 'own-book' },
  'certification/identity-missing': { field: 'personalNumber', what: 'identity' },
  'certification/signer-missing': { field: 'signer', what: 'signer' },
  'certification/exemption-ground-missing': { field: 'exemptionGround', what: 'exemption' },
  'certification/ground-unknown': { field: 'ground', what: 'ground' },
  'person/name-missing': { field: 'name', what: 'name' },
}

function refusalNeed({ refusal }: CertifyDraft): CertifyNeed | undefined {
  if (refusal.paperName.trim() === '') return { field: 'refusedPaper', what: 'refused-paper' }
  return refusal.ground === '' ? { field: 'ground', what: 'ground' } : undefined
}

function linesNeed(draft: CertifyDraft, on: Day): CertifyNeed | undefined {
  const lines = filledLines(draft)
  if (lines.length === 0) return { field: `kind:${draft.lines[0]?.key ?? ''}`, what: 'nothing' }
  for (const line of lines) {
    if (line.procedure === null) return { field: `kind:${line.key}`, what: 'kind' }
    if (pagesOrCopies(line.pages) === undefined) return { field: `pages:${line.key}`, what: 'count' }
    if (pagesOrCopies(line.copies) === undefined) return { field: `copies:${line.key}`, what: 'count' }
    const { amount, isAsked } = lineFee(line, on)
    if (isAsked && amount === undefined && !draft.isExempt) return { field: `amount:${line.key}`, what: 'amount' }
  }
  return undefined
}

function restNeed(draft: CertifyDraft): CertifyNeed | undefined {
  const { person, isExempt, exemptionGround, isFromCard, isShown, signerName, signerTitle } = draft
  if (isExempt && exemptionGround.trim() === '') return { field: 'exemptionGround', what: 'exemption' }
  const isKnown = (isFromCard || isShown) && person.personalNumber.trim() !== ''
  if (!isKnown && proceduresOf(draft).some(({ needsIdentity }) => needsIdentity)) {
    return { field: person.personalNumber.trim() === '' ? 'personalNumber' : 'shown', what: 'identity' }
  }
  return signerName.trim() === '' || signerTitle.trim() === ''
    ? { field: signerName.trim() === '' ? 'signerName' : 'signerTitle', what: 'signer' }
    : undefined
}

function proceduresOf(draft: CertifyDraft): readonly CertifiedProcedure[] {
  return filledLines(draft).flatMap(({ procedure }) => procedure === null ? [] : findCertified(procedure) ?? [])
}
