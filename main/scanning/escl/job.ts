import { failure, success, type Result } from '../../../shared/base/result.ts'
import { mostSides, type DriverProblem, type RawPage, type Scanner, type ScanEnd, type ScanWish } from '../drivers/driver.ts'
import { clientOf, type Answer, type Client, type Silence } from './client.ts'
import { clampedResolution, writeSettings } from './settings.ts'
import { feederTrouble, isEmpty, readStatus, refusal, type Status } from './status.ts'

export interface Job {
  /** Of the device's eSCL service; ends in a slash. */
  readonly root: URL
  readonly scanner: Scanner
  readonly wish: ScanWish
  readonly signal: AbortSignal
  /** For one page, in ms. */
  readonly patience: number
}

type End = Result<ScanEnd, DriverProblem>

const CONTROL = 15_000
const GOODBYE = 5000
/** A busy device is asked this often before it is told in words; its own wish is followed up to the longest wait. */
const TRIES = 5
const LONGEST_WAIT = 5000
/** Page asked for, not there, and the device says it is still at it. */
const NOT_YET = 20

/** One stack through one device: a job, its pages, and the job taken away again in every case. */
export async function* runJob({ root, scanner, wish, signal, patience }: Job): AsyncGenerator<RawPage, End> {
  const client = clientOf(root)
  const isFeeder = wish.source !== 'flatbed'
  let sides = 0
  let job: string | null = null
  const sheets = (): number => wish.source === 'duplex' ? Math.floor(sides / 2) : sides
  const cancelled = (): End => success({ reason: 'cancelled' })
  const trouble = (code: DriverProblem['code']): End => signal.aborted
    ? cancelled()
    : failure(code.startsWith('picture/') ? { code, file: '' } as DriverProblem : { code, scanner: scanner.name, sheets: sheets() } as DriverProblem)
  const statusNow = (): Promise<Status | null> => askStatus(client, root, job, signal)

  try {
    if (isFeeder) {
      const before = await askStatus(client, root, null, signal)
      const inTheWay = feederTrouble(before) ?? (isEmpty(before) ? 'scan/no-paper' : null)
      if (inTheWay !== null) return trouble(inTheWay)
    }
    const made = await makeJob(client, root, writeSettings(scanner, wish), signal)
    if (typeof made === 'string') return trouble(offline(made, sides))
    if (made.status === 409 || made.status === 503) return trouble(made.status === 409 ? refusal(await statusNow(), isFeeder) : 'scan/busy')
    if (made.status !== 201 || made.location === null) return trouble(refused(made.status))
    job = pathOf(made.location, root)

    for (let waits = 0; ;) {
      if (signal.aborted) return cancelled()
      const next = await client.ask('GET', `${job}/NextDocument`, { patience, signal })
      if (typeof next === 'string') return trouble(offline(next, sides))
      if (next.status === 200) {
        const wrong = pictureTrouble(next.bytes)
        if (wrong !== null) return trouble(wrong)
        const dpi = wish.ownSettings ? null : clampedResolution(scanner, wish)
        yield { bytes: next.bytes, dpi, side: wish.source === 'duplex' && sides % 2 === 1 ? 'back' : 'front', isPhoto: false }
        sides += 1
        waits = 0
        if (sides === mostSides(wish)) return success({ reason: 'one-page' })
        continue
      }
      const status = await statusNow()
      const inTheWay = feederTrouble(status)
      if (inTheWay !== null) return trouble(inTheWay)
      const isAtIt = next.status === 503 || (next.status === 404 && !isEmpty(status) && status?.job === 'Processing')
      if (isAtIt) {
        waits += 1
        if (waits > NOT_YET) return trouble('scan/stalled')
        await pause(next.retryAfter, signal)
        continue
      }
      if (next.status === 404 && status === null) return trouble('scan/offline')
      if (next.status === 404 && status?.job !== 'Aborted') return sides > 0 ? success({ reason: 'stack-empty' }) : trouble(isFeeder ? 'scan/no-paper' : 'scan/failed')
      return status?.job === 'Canceled' ? cancelled() : trouble('scan/failed')
    }
  } finally {
    if (job !== null) await client.ask('DELETE', job, { patience: GOODBYE })
    client.close()
  }
}

/**
 * Asks again while the device is busy, as long as it wishes and a person may be kept waiting.
 *
 * Never broken off by a person: a job whose place was not heard could not be taken away again.
 */
async function makeJob(client: Client, root: URL, settings: string, signal: AbortSignal): Promise<Answer | Silence> {
  for (let left = TRIES; ; left -= 1) {
    const made = await client.ask('POST', new URL('ScanJobs', root).pathname, { body: settings, patience: CONTROL })
    if (typeof made === 'string' || made.status !== 503 || left === 0 || signal.aborted) return made
    await pause(made.retryAfter, signal)
  }
}

/** What the device says of itself; null when it says nothing. */
export async function askStatus(client: Client, root: URL, job: string | null, signal: AbortSignal): Promise<Status | null> {
  const answer = await client.ask('GET', new URL('ScannerStatus', root).pathname, { patience: CONTROL, signal })
  return typeof answer === 'string' || answer.status !== 200 ? null : readStatus(answer.bytes.toString(), job)
}

/** Only the path: devices name hosts and ports nobody can reach. */
function pathOf(location: string, root: URL): string {
  return (URL.canParse(location, root.href) ? new URL(location, root).pathname : location).replace(/\/$/, '')
}

function offline(silence: Silence, sides: number): DriverProblem['code'] {
  if (silence === 'silent') return 'scan/stalled'
  if (silence === 'too-large') return 'picture/too-large'
  return silence === 'unreachable' && sides === 0 ? 'scan/no-scanner' : 'scan/offline'
}

function refused(status: number): DriverProblem['code'] {
  if (status === 401 || status === 403) return 'scan/denied'
  if (status === 404) return 'scan/no-scanner'
  return status < 500 ? 'scan/settings-refused' : 'scan/failed'
}

/** Judged by the bytes: what a device says of its pages is often another thing. */
function pictureTrouble(bytes: Buffer): DriverProblem['code'] | null {
  if (bytes.length === 0) return 'picture/empty'
  const isJpeg = bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))
  if (isJpeg) return bytes.subarray(-4096).includes(Buffer.from([0xff, 0xd9])) ? null : 'picture/broken'
  const isKnown = ['\x89PNG', 'II*\0', 'MM\0*', 'BM'].some(head => bytes.subarray(0, head.length).toString('latin1') === head)
  return isKnown ? null : 'picture/unknown-kind'
}

async function pause(seconds: number | null, signal: AbortSignal): Promise<void> {
  const ms = Math.min(LONGEST_WAIT, Math.max(100, (seconds ?? 1) * 1000))
  await new Promise<void>(resolve => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => { clearTimeout(timer); resolve() }, { once: true })
  })
}
