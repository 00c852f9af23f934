import { dayOfInstant } from '../../shared/base/day.ts'
import { failure, success, type Problem, type Result } from '../../shared/base/result.ts'
import type { HandOverRequest } from '../../shared/bridge/main-api.ts'
import type { CountedCash } from '../../shared/cash/last-count.ts'
import type { Dossier } from '../../shared/dossiers/dossier.ts'
import { handOverList } from '../../shared/forms/hand-over-list/form.ts'
import { printMoment, sendPaper, type PaperTools } from './send-paper.ts'

export interface HandOverTools extends PaperTools {
  readonly dossierOf: (subject: string) => Promise<Dossier | undefined>
  /** Whoever hands over: the person signed in. */
  readonly userName: () => string
  /** The last count today of whoever hands over. */
  readonly countedToday: () => Promise<CountedCash | undefined>
}

/**
 * Prints who hands which dossiers to whom, from the journal, as both sides sign it; the path of the file, or null.
 *
 * Problems: those of `mayPrint`, `office/not-open`, `dossier/unknown` when none of them is known and no cash was counted, `printing/…`.
 */
export async function printHandOver(
  tools: HandOverTools, { kind, taker, subjects, to }: HandOverRequest,
): Promise<Result<{ readonly file: string | null }, Problem>> {
  const allowed = tools.mayPrint()
  if (!allowed.ok) return allowed
  const office = tools.office()
  if (office === undefined) return failure({ code: 'office/not-open' })
  const found = await Promise.all(subjects.map(subject => tools.dossierOf(subject)))
  const dossiers = found.filter(dossier => dossier !== undefined)
  const cash = kind === 'shift' ? await tools.countedToday() : undefined
  if (dossiers.length === 0 && cash === undefined) return failure({ code: 'dossier/unknown' })
  const at = tools.now()
  const from = tools.userName()
  const moment = await printMoment(tools, office, { copy: 1, clerkName: from })
  const { html } = handOverList.layout({ kind, from, to: taker, at, dossiers, ...(cash === undefined ? {} : { cash }) }, moment)
  const file = `${dayOfInstant(at)}-${at.slice(11, 19).replaceAll(':', '')}-${handOverList.name}.pdf`
  const sent = await sendPaper(tools, { html, file, to, size: 'A4' })
  return sent.ok ? success({ file: sent.value }) : sent
}
