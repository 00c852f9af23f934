import { dayOfInstant } from '../../base/day.ts'
import type { Html } from '../../base/html.ts'
import { formatMoney } from '../../base/money.ts'
import type { Dossier } from '../../dossiers/dossier.ts'
import { readAct } from '../../dossiers/known-act.ts'
import type { DossierEnd } from '../../dossiers/progress.ts'
import type { Form, PrintMoment } from '../form.ts'
import { dossierValues } from '../page/dossier-values.ts'
import { page } from '../page/page.ts'
import { planBody } from '../page/plan-body.ts'
import { capitalise, dayInWords } from '../page/words.ts'
import { STOP_PLAN } from './stop-plan.ts'

/** Why and when it was stopped, at which stage, what went back to the person; dated the day it was stopped. */
export function layoutStopNotice(form: Form<'stop-notice'>, dossier: Dossier, print: PrintMoment): Html {
  const { ended } = dossier
  if (ended === undefined) throw new Error('The dossier goes on')
  const endedOn = dayOfInstant(ended.at)
  const own = dossierValues(dossier, print)
  const values = {
    ...own,
    receivedOn: capitalise(own['receivedOn'] ?? ''),
    how: HOW[ended.how],
    endedOn: dayInWords(endedOn),
    stage: stageOf(dossier),
    reason: dossier.reason ?? '',
    legalGround: legalGroundOf(dossier),
    originals: originalsInWords(dossier),
    refund: refundInWords(dossier),
  }
  return page(form, dossier, print, planBody(form, STOP_PLAN, values, print), endedOn)
}

const HOW: Readonly<Record<DossierEnd['how'], string>> = {
  'refused-after-appraisal': 'sau khi thẩm định, vì hồ sơ không đủ điều kiện giải quyết',
  stopped: 'theo quyết định của cơ quan giải quyết',
  withdrawn: 'theo yêu cầu rút hồ sơ của người nộp',
  voided: 'do tiếp nhận nhầm',
  resolved: '',
  returned: '',
}

/** What the office was waiting for, or that it was at work. */
function stageOf({ pauses, handovers, ended }: Dossier): string {
  const waiting = pauses.at(-1)
  if (waiting?.until !== undefined && waiting.until === ended?.at) return waiting.why === 'supplement' ? 'chờ bổ sung hồ sơ' : 'chờ thực hiện nghĩa vụ tài chính'
  return handovers.length === 0 ? 'đã tiếp nhận, chưa chuyển xử lý' : 'đang xử lý'
}

/** The ground the act of stopping names; the fold keeps only the reason. */
function legalGroundOf({ acts, ended }: Dossier): string {
  const stop = acts.find(({ kind, at, author }) => kind === 'dossier/stopped' && at === ended?.at && author === ended.by)
  const known = stop && readAct(stop)
  return known?.kind === 'dossier/stopped' ? known.body.legalGround ?? '' : ''
}

function originalsInWords({ originals }: Dossier): string {
  const back = originals.filter(({ givenBack }) => givenBack > 0).map(({ name, givenBack }) => `${name} (${String(givenBack)} bản)`)
  return back.length === 0 ? 'không có' : back.join('; ')
}

function refundInWords({ refund }: Dossier): string {
  if (refund === undefined) return 'không hoàn trả'
  const words = refund.amount === 0 ? 'không hoàn trả' : `hoàn trả ${formatMoney(refund.amount)}`
  return refund.reason === undefined ? words : `${words}; ${refund.reason}`
}
