import { filledLines } from '../../state/certify-draft.ts'
import { changeCertify, useCertify } from '../../state/certify.ts'
import { focusCertify } from './walk.ts'

/** Turns to refusing; the paper that is being typed is the one that is refused. */
export function beginRefusal(): void {
  const line = filledLines(useCertify.getState().draft).at(-1)
  focusCertify('refusedPaper', () => {
    changeCertify(({ refusal }) => ({
      isRefusal: true,
      refusal: {
        ...refusal, procedure: line?.procedure ?? refusal.procedure, paperName: refusal.paperName === '' ? line?.text ?? '' : refusal.paperName,
      },
    }))
  })
}

export function endRefusal(): void {
  focusCertify('name', () => { changeCertify({ isRefusal: false }) })
}
