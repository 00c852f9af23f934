import type { Form } from '../form.ts'
import type { HandOver } from './hand-over.ts'
import { layoutHandOverList } from './layout.ts'

/** Dossiers that go from one hand to another in one go (biên bản giao nhận hồ sơ): between shifts, or to another agency. */
export const handOverList: Form<'hand-over-list', HandOver> = {
  name: 'hand-over-list',
  number: null,
  title: 'Biên bản giao nhận hồ sơ',
  layout: (handOver, print) => layoutHandOverList(handOverList, handOver, print),
}
