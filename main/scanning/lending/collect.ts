import type { Line } from '../../lan/line.ts'
import type { RawPage } from '../drivers/driver.ts'
import { ask, sideOf, told } from './ask-lender.ts'

export interface CameLate {
  readonly run: string
  /** As this desk named it when it asked. */
  readonly batch: string
  /** The device that lends the scanner. */
  readonly lender: string
  /** A run that goes on with this batch waits until these have come; otherwise what another run brought since stands before them. */
  readonly goesOn: boolean
}

/** Resolves when the side is durable in its batch; a name that is there already is kept once. */
export type TakeLate = (came: CameLate, raw: RawPage) => Promise<void>

/**
 * Asks a lender: what have you for me? Takes it, side by side: all of it, or what is left of the batch that is about to go on.
 *
 * False when the line broke before all was told; what was cut off is asked for again the next time.
 */
export async function collectLeft(line: Line, goingOn: string | null, take: TakeLate): Promise<boolean> {
  await ask(line, { ask: 'left' })
  const answer = (await told(line))?.said
  if (answer?.tell !== 'left') return false
  for (const { run, batch } of answer.runs) {
    if (goingOn !== null && batch !== goingOn) continue
    if (!await collectRun(line, { run, batch, lender: line.peer.device, goesOn: goingOn !== null }, take)) return false
  }
  return true
}

/** False when the line broke before the end was told. */
async function collectRun(line: Line, came: CameLate, take: TakeLate): Promise<boolean> {
  const { run } = came
  await ask(line, { ask: 'collect', run })
  for (;;) {
    const next = await told(line)
    if (next === undefined) return false
    const { said } = next
    if (said.tell === 'gone' && said.run === run) return true
    if (said.tell === 'end' && said.run === run) {
      await ask(line, { ask: 'done', run })
      return true
    }
    if (said.tell === 'turn' || said.tell === 'waiting') continue
    const side = sideOf(line, run, next)
    if (side === undefined) return false
    const { n, ...raw } = side
    await take(came, raw)
    await ask(line, { ask: 'have', run, n })
  }
}
