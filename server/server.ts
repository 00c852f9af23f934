import { setTimeout as pause } from 'node:timers/promises'
import { pino } from 'pino'
import { makeFirstAdministrator } from './admin/first-administrator.ts'
import { makeApp, WORLD } from './app.ts'
import { readConfig, type Config } from './config.ts'
import { openCity } from './open-city.ts'
import { startProjector } from './projections/projector.ts'
import { hearOfRestore } from './restored.ts'

/** Opens everything in order, listens, and closes in order; its last word at the start is one line of JSON. */
async function serve(config: Config): Promise<number> {
  const logger = pino({ level: config.logLevel, base: null }, pino.destination(2))
  const opened = await openCity(config, WORLD)
  if ('sentence' in opened) return tell([opened.sentence])
  const { city, close } = opened
  await hearOfRestore(city, config.data)
  if (config.administrator !== null) {
    const made = await makeFirstAdministrator(city, config.administrator)
    if (!made.ok) return tell([`The first administrator could not be made: ${made.problem.code}.`])
  }
  const projector = await startProjector(city, {
    report: error => { logger.error({ kind: error instanceof Error ? error.name : 'unknown' }, 'folding waits') },
  })
  const app = await makeApp(city, { logger })
  const stopped = new Promise<string>(resolve => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve(signal))
  })
  const listening = await app.listen({ host: config.host, port: config.port })
  process.stdout.write(`${JSON.stringify({ listening })}\n`)
  logger.info({ signal: await stopped }, 'stopping')
  // What was begun is answered; what still hangs after this long is cut, and sent again by whoever sent it.
  await Promise.race([app.close(), pause(GRACE_MS, undefined, { ref: false })])
  await projector.stop()
  await close()
  return 0
}

function tell(sentences: readonly string[]): number {
  for (const sentence of sentences) process.stderr.write(`${sentence}\n`)
  return 2
}

const GRACE_MS = 20_000

const read = readConfig(process.env)
process.exitCode = 'mistakes' in read ? tell(read.mistakes) : await serve(read.config)
// Connections that outlived the grace end here.
process.exit()
