import { formatMoney } from '../../shared/base/money.ts'
import type { CodesOf, Sentences } from './sentences.ts'

/** What can stand in the way of a count of the drawer. */
export const cashProblems: Sentences<CodesOf<'cash'>> = {
  'cash/nothing-to-count': () => 'Từ lần kiểm trước chưa thu, chưa hoàn khoản tiền mặt nào. Chưa ghi gì. Có tiền trong quỹ thì ghi số tiền và lý do.',
  'cash/reason-missing': ({ expected, counted }) =>
    `Đếm được ${formatMoney(counted)}, phải có ${formatMoney(expected)}. Chưa ghi. Đếm lại; vẫn vậy thì ghi lý do chênh lệch rồi ghi.`,
}
