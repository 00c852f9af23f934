import type { CertifyInput } from '../../../shared/certification/certify.ts'
import type { RefuseCertificationInput } from '../../../shared/certification/refuse-certification.ts'
import type { Command } from '../../../shared/desk/command.ts'
import { barePersonalNumber, barePhone, moneyOf } from '../../parts/field-text.ts'
import { filledLines, type CertifyDraft } from '../../state/certify-draft.ts'
import { pagesOrCopies } from './line-fee.ts'

/** What the clerk was told on the screen and goes on with (rules T16, N6). */
export type Confirmed = Readonly<Record<'clockConfirmed' | 'ownBook', boolean>>

/** What is asked of the desk for a draft that lacks nothing. */
export function draftToCommand(draft: CertifyDraft, confirmed: Confirmed): Command {
  return draft.isRefusal
    ? { verb: 'certification/refuse', input: toRefusal(draft) }
    : { verb: 'certification/certify', input: toInput(draft, confirmed) }
}

function toInput(draft: CertifyDraft, { clockConfirmed, ownBook }: Confirmed): CertifyInput {
  const { isFromCard, isShown, isExempt, exemptionGround, payment, signerName, signerTitle, extraDays } = draft
  return {
    person: toPerson(draft),
    ...(isFromCard ? { identity: 'card-read' as const } : isShown ? { identity: 'shown' as const } : {}),
    signer: { name: signerName, title: signerTitle },
    papers: filledLines(draft).map(({ text, procedure, pages, copies, amount }) => {
      const asked = moneyOf(amount)
      return {
        procedure: procedure ?? '', name: text, pageCount: pagesOrCopies(pages) ?? 0, copyCount: pagesOrCopies(copies) ?? 0,
        ...(asked === undefined || isExempt ? {} : { amount: asked }),
      }
    }),
    ...(isExempt ? { exemptionGround } : {}),
    payment,
    ...(extraDays === '0' ? {} : { extraDays: Number(extraDays) }),
    ...(clockConfirmed ? { clockConfirmed } : {}),
    ...(ownBook ? { ownBook } : {}),
    draft: draft.id,
  }
}

function toRefusal(draft: CertifyDraft): RefuseCertificationInput {
  const { procedure, paperName, ground, note } = draft.refusal
  return { person: toPerson(draft), procedure, paperName, ground, ...(note.trim() === '' ? {} : { note }), draft: draft.id }
}

function toPerson({ person }: CertifyDraft): CertifyInput['person'] {
  const { name, personalNumber, phone, address } = person
  return { name, personalNumber: barePersonalNumber(personalNumber), phone: barePhone(phone), address }
}
