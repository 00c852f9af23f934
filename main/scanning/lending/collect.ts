import type { RawPage } from '../drivers/driver.ts'
import { ask, sideOf, told } from './ask-lender.ts'
import type { Lenders } from './lenders.ts'
import type { Line } from './line.ts'

export interface CollectParts {
  readonly lenders: Pick<Lenders, 'devices' | 'call'>
  /** Runs that are being scanned for this desk by a driver here: it gets their sides itself. */
  readonly active: ReadonlySet<string>
  /** Resolves when the side is durable in its batch; a name that is there already is kept once. */
  readonly take: (came: CameLate, raw: RawPage) => Promise<void>
}

export interface CameLate {
  readonly run: string
  /** As this desk named it when it asked. */
  readonly batch: string
  /** The device that lends the scanner. */
  readonly lender: string
}

/** Asks every lender: what have you for me? Takes it, side by side; what was cut off is asked for again the next time. */
export async function collectLeft({ lenders, active, take }: CollectParts, signal: AbortSignal): Promise<void> {
  for (const device of lenders.devices()) {
    const called = await lenders.call(device, signal)
    if (!called.ok) continue
    const line = called.value
    const hangUp = (): void => { line.channel.close() }
    signal.addEventListener('abort', hangUp, { once: true })
    try {
      await ask(line, { ask: 'left' })
      const answer = (await told(line))?.said
      if (answer?.tell !== 'left') continue
      for (const { run, batch } of answer.runs) {
        if (!active.has(run) && !await collectRun(line, { run, batch, lender: device }, take)) break
      }
    } finally {
      signal.removeEventListener('abort', hangUp)
      line.channel.close()
    }
  }
}

/** False when the line broke before the end was told. */
async function collectRun(line: Line, came: CameLate, take: CollectParts['take']): Promise<boolean> {
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
