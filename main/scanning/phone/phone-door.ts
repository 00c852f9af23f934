import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { failure, success, type Result } from '../../../shared/base/result.ts'
import type { ScanProblem } from '../../../shared/bridge/scan-problems.ts'
import type { PhoneDoor } from '../../../shared/bridge/scanning-api.ts'
import type { DriverProblem, RawPage, ScanEnd } from '../drivers/driver.ts'
import { officeAddresses } from './office-address.ts'
import { readPhonePage } from './phone-page.ts'
import { answerPhones } from './phone-requests.ts'
import { openPhotoQueue } from './photo-queue.ts'
import { KEY_BYTES } from './seal.ts'

export interface PhoneTools {
  /** `dist/phone/phone.html`. */
  readonly pageFile: string
  /** The desk's name, e.g. "Quầy 2". */
  readonly desk: string
  readonly now: () => number
  readonly randomBytes: (count: number) => Uint8Array
  readonly qrSvg: (text: string) => string
  /** Where a phone of the office can reach this PC, likeliest first. */
  readonly addresses?: () => Promise<readonly string[]>
  /** Milliseconds without a photograph after which the door closes by itself. */
  readonly idle?: number
}

export interface OpenPhoneDoor {
  /** What the screen shows; `until` moves on with every photograph. */
  readonly door: () => PhoneDoor
  /**
   * The photographs as they come, like the sides of a scan: a phone is told that its photograph is kept when the next is
   * asked for. Ends when the door closes; ending it closes the door, and what was not kept stays on the phone.
   */
  readonly photos: AsyncGenerator<RawPage, Result<ScanEnd, DriverProblem>>
  readonly close: () => Promise<void>
}

const IDLE = 10 * 60_000
const TOKEN_BYTES = 16
/** A whole photograph may take two minutes over a weak signal; a heading may not. */
const PATIENCE = { headersTimeout: 10_000, requestTimeout: 120_000, keepAliveTimeout: 5_000, connectionsCheckingInterval: 5_000 }

/**
 * Opens a page on the office network for one phone, under an address nobody can guess, until it is closed or idle.
 *
 * Problems: `phone/no-network`.
 */
export async function openPhoneDoor(tools: PhoneTools): Promise<Result<OpenPhoneDoor, ScanProblem>> {
  const token = Buffer.from(tools.randomBytes(TOKEN_BYTES)).toString('base64url')
  const key = tools.randomBytes(KEY_BYTES)
  const page = await readPhonePage(tools.pageFile)
  const queue = openPhotoQueue()
  const idle = tools.idle ?? IDLE
  let host = ''
  let until = tools.now() + idle

  const { now, randomBytes, desk } = tools
  const answer = answerPhones({ token, key, host: () => host, page, desk, queue, now, randomBytes, heard: stayOpen })
  const server = createServer(PATIENCE, answer)
  server.maxConnections = 16
  const address = await listen(server, await (tools.addresses ?? officeAddresses)())
  if (address === undefined) return failure({ code: 'phone/no-network' })
  host = address
  let timer = setTimeout(() => { void close() }, idle)

  function stayOpen(): void {
    if (!server.listening) return
    until = now() + idle
    clearTimeout(timer)
    timer = setTimeout(() => { void close() }, idle)
  }

  async function close(): Promise<void> {
    clearTimeout(timer)
    queue.close()
    if (!server.listening) return
    const closed = once(server, 'close')
    server.close()
    server.closeIdleConnections()
    // What is being answered may finish; what hangs on may not.
    const hard = setTimeout(() => { server.closeAllConnections() }, 300)
    await closed
    clearTimeout(hard)
  }

  async function* photos(): AsyncGenerator<RawPage, Result<ScanEnd, DriverProblem>> {
    try {
      yield* queue.photos()
      return success({ reason: 'stack-empty' })
    } finally {
      await close()
    }
  }

  // The part behind # is never sent by a browser: the key goes from this screen to that phone by light alone.
  const link = `http://${host}/${token}#${Buffer.from(key).toString('base64url')}`
  const qrSvg = tools.qrSvg(link)
  return success({ door: () => ({ address: link, qrSvg, until: new Date(until).toISOString() }), photos: photos(), close })
}

/** Host and port, on the first address that can be listened on. */
async function listen(server: Server, addresses: readonly string[]): Promise<string | undefined> {
  for (const host of addresses) {
    try {
      server.listen({ host, port: 0 })
      await once(server, 'listening')
      return `${host}:${String((server.address() as AddressInfo).port)}`
    } catch (error) {
      // The cable was pulled between asking and listening.
      if (!(error instanceof Error) || !('code' in error)) throw error
    }
  }
  return undefined
}
