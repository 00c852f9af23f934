import { html, type Html } from '../../base/html.ts'
import type { DuePromise } from '../../dossiers/due-promise.ts'
import { dueInWords } from '../page/due-words.ts'
import { typed } from '../page/typed.ts'
import { dayInWordsLong, timeInWords } from '../page/words.ts'

/** When the result is due, marked when it is provisional (rule T15), and why (rule T14). */
export function dueLines(due: DuePromise | undefined): Html {
  if (due === undefined || due.dueOn === null) {
    return html`<p>5. Thời gian trả kết quả giải quyết hồ sơ: không ấn định, cơ quan tiếp nhận sẽ báo khi có kết quả</p>`
  }
  const explanation = dueInWords(due.steps)
  return html`<p>5. Thời gian trả kết quả giải quyết hồ sơ: <span class="strong">${due.dueAt !== null && `trước ${timeInWords(due.dueAt)}, `}${dayInWordsLong(due.dueOn)}${due.provisional && ' (tạm tính)'}</span></p>
${explanation !== '' && html`<p class="why">${typed(explanation)}</p>`}`
}
