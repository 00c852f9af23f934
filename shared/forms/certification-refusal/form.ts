import type { Certification } from '../../certification/certification.ts'
import type { Form } from '../form.ts'
import { layoutCertificationRefusal } from './layout.ts'

/** Why a paper is not certified, in writing, on the ground of the law; its printing is no act, the refusal is. */
export const certificationRefusal: Form<'certification-refusal', Certification> = {
  name: 'certification-refusal',
  number: null,
  title: 'Phiếu từ chối chứng thực',
  layout: (visit, print) => layoutCertificationRefusal(certificationRefusal, visit, print),
}
