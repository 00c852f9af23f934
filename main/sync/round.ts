import type { Result } from '../../shared/base/result.ts'
import { headsText } from '../../shared/sync/heads.ts'
import type { ExchangeAnswer, Heads } from '../../shared/sync/protocol.ts'
import { sha256 } from '../journal/sha256.ts'
import { giveBack } from './give-back.ts'
import { pullLines } from './pull-lines.ts'
import { handOver, pushLines } from './push-lines.ts'
import type { RoundEnd, RoundResult, RoundTools } from './round-tools.ts'
import { newRun, note, refuse, toEnd, type Run } from './run.ts'
import type { RoadProblem } from './transports/transport.ts'

/**
 * One round with the city: what is new, push, pull, pages, and again until nothing is.
 *
 * It may be broken off anywhere and begun again: every step asks first what the city has. Acts go before pages, and new acts
 * overtake a stream of pages (rule S6). Nothing changed is one request (rule S9).
 */
export async function runRound(tools: RoundTools): Promise<RoundResult> {
  const run = newRun(tools)
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    const end = await oneTurn(run)
    if (end !== undefined) return toResult(run, end)
  }
  return toResult(run, { state: 'unfinished' })
}

/** A round that never ends is a bug of somebody's; the loop looks at it between two. */
const MOST_TURNS = 100

/** So long pages may go before the city is asked again: it confirms when it is asked. */
const ASK_AGAIN_MS = 60_000

async function oneTurn(run: Run): Promise<RoundEnd | undefined> {
  const { tools } = run
  const here = tools.logs.heads()
  const heard = await exchange(run, here)
  if (!heard.ok) return await beKnownAgain(run, heard.problem) ? undefined : await handOver(run, heard.problem) ?? toEnd(heard.problem)
  const { heads } = heard.value
  run.ownAtCity = (heads ?? here)[tools.device]?.seq ?? 0
  if (heads !== undefined) {
    const end = await giveBack(run, heads) ?? await pushLines(run, heads) ?? await pullLines(run, heads)
    if (end !== undefined) return end
  }
  const askedAt = tools.now()
  while (tools.pages.areWaiting() && tools.now() - askedAt < ASK_AGAIN_MS) {
    if (tools.shouldStop?.() === true) return { state: 'unfinished' }
    const end = await somePages(run) ?? await pushLines(run, undefined)
    if (end !== undefined) return end
  }
  if (!run.isNewsThere && !tools.pages.areWaiting()) return { state: 'done' }
  return tools.shouldStop?.() === true ? { state: 'unfinished' } : undefined
}

/** A city restored from before this PC was admitted does not know it: its own letterbox tells it, once. */
async function beKnownAgain(run: Run, { code }: RoadProblem): Promise<boolean> {
  if (code !== 'sync/device-unknown' || run.hasGivenBack) return false
  run.hasGivenBack = true
  await giveBack(run, undefined)
  return run.isNewsThere
}

async function exchange(run: Run, here: Heads): Promise<Result<ExchangeAnswer, RoadProblem>> {
  const { tools } = run
  run.isNewsThere = false
  const heard = await tools.city.exchange({ digest: sha256(headsText(here)), health: await tools.health() })
  if (!heard.ok) return heard
  const { at, heads } = heard.value
  note(run, { cityTime: { at, heardAt: tools.now() }, cityHeads: heads ?? here })
  return heard
}

/** One stream of pages. What is written meanwhile goes beside it where the tools can tell, else it ends the stream (rule S6). */
async function somePages(run: Run): Promise<RoundEnd | undefined> {
  const { tools } = run
  const bytes = Math.min(MOST_STREAM_BYTES, Math.max(LEAST_STREAM_BYTES, (tools.speed() ?? 0) * STREAM_SECONDS))
  let [isThrough, end] = [false, undefined as RoundEnd | undefined]
  const shouldStop = (): boolean => end !== undefined || tools.shouldStop?.() === true || tools.grown === undefined && hasNewLines(run)
  const stream = tools.pages.sendSome(tools.city, bytes, {
    shouldStop, onPiece: sent => { note(run, { pageBytes: run.progress.pageBytes + sent }) },
  }).finally(() => {
    isThrough = true
  })
  const { grown } = tools
  while (grown !== undefined && !isThrough && end === undefined) {
    const grew = grown()
    if (!hasNewLines(run)) await Promise.race([stream, grew])
    if (hasNewLines(run)) end = await pushLines(run, undefined)
  }
  const sent = await stream
  if (!sent.ok) return toEnd(sent.problem)
  for (const { sha256: page, code } of sent.value.refused) refuse(run, { id: `page:${page}`, what: 'page', sha256: page, problem: { code } })
  run.isNewsThere ||= sent.value.wholePages > 0
  note(run, { wholePages: run.progress.wholePages + sent.value.wholePages })
  return end
}

/** A stream costs one round trip and ends by itself when a new act waits, so it may be long. */
const STREAM_SECONDS = 30
const LEAST_STREAM_BYTES = 250_000
const MOST_STREAM_BYTES = 8_000_000

/** Acts were written since the last push. */
function hasNewLines({ tools, ownAtCity, isOwnHeld }: Run): boolean {
  return !isOwnHeld && (tools.logs.heads()[tools.device]?.seq ?? 0) > ownAtCity
}

function toResult(run: Run, end: RoundEnd): RoundResult {
  return { ...run.progress, end, refused: [...run.refused.values()], isCityBehind: run.isCityBehind }
}
