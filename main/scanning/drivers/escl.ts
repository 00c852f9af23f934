import { failure, success, type Result } from '../../../shared/base/result.ts'
import type { ScannerTrouble } from '../../../shared/bridge/scan-problems.ts'
import type { ScanSource } from '../../../shared/bridge/scanning-api.ts'
import { readCapabilities } from '../escl/capabilities.ts'
import { clientOf } from '../escl/client.ts'
import { findDevices, placesOf } from '../escl/find.ts'
import { askStatus, runJob } from '../escl/job.ts'
import { isReady } from '../escl/status.ts'
import type { Driver, DriverProblem, RawPage, Scanner, ScanEnd, ScanWish } from './driver.ts'

export interface EsclOptions {
  /** For one page, in ms. */
  readonly patience?: number
  /** How long to listen for devices on the network, in ms. */
  readonly listens?: number
}

/** The driver, and the way to a device that nobody announces. */
export interface EsclDriver extends Required<Driver> {
  /** `192.168.1.20`, `may-quet.local:8080` or a whole URL. Problem: `scan/no-scanner`. */
  readonly atAddress: (address: string, signal: AbortSignal) => Promise<Result<Scanner, ScannerTrouble>>
}

const NAME = 'escl'
const ASK = 5000

/** Network scanners that need no driver of their maker (eSCL, AirScan): plain HTTP, found by mDNS or by their address. */
export function esclDriver({ patience = 120_000, listens = 3000 }: EsclOptions = {}): EsclDriver {
  async function describe(root: URL, name: string | null, signal: AbortSignal): Promise<Scanner | null> {
    const client = clientOf(root)
    try {
      const answer = await client.ask('GET', new URL('ScannerCapabilities', root).pathname, { patience: ASK, signal })
      if (typeof answer === 'string' || answer.status !== 200) return null
      const can = readCapabilities(answer.bytes.toString())
      if (can === null || can.sources.length === 0) return null
      const { sources, resolutions, reach } = can
      return { id: `${NAME}:${root.href}`, name: name ?? can.name ?? root.host, driver: NAME, sources, resolutions, reach }
    } finally {
      client.close()
    }
  }

  async function list(signal: AbortSignal): Promise<Result<readonly Scanner[], DriverProblem>> {
    const devices = await findDevices(listens, signal)
    const scanners = await Promise.all(devices.map(({ root, name }) => describe(root, name, signal)))
    return success(scanners.filter(scanner => scanner !== null))
  }

  async function atAddress(address: string, signal: AbortSignal): Promise<Result<Scanner, ScannerTrouble>> {
    for (const place of placesOf(address)) {
      const scanner = await describe(place, null, signal)
      if (scanner !== null) return success(scanner)
    }
    return failure({ code: 'scan/no-scanner', scanner: address, sheets: 0 })
  }

  /** An office's router gives a printer another address one morning; its name on the network stays. */
  async function* scan(scanner: Scanner, wish: ScanWish, signal: AbortSignal): AsyncGenerator<RawPage, Result<ScanEnd, DriverProblem>> {
    const address = scanner.id.slice(NAME.length + 1)
    if (!URL.canParse(address)) return failure({ code: 'scan/no-scanner', scanner: scanner.name, sheets: 0 })
    const end = yield* runJob({ root: new URL(address), scanner, wish, signal, patience })
    if (end.ok || end.problem.code !== 'scan/no-scanner' || signal.aborted) return end
    const moved = (await findDevices(listens, signal)).find(({ name, root }) => name === scanner.name && root.href !== address)
    return moved === undefined ? end : yield* runJob({ root: moved.root, scanner, wish, signal, patience })
  }

  async function isOver(code: DriverProblem['code'], scanner: Scanner, source: ScanSource, signal: AbortSignal): Promise<boolean> {
    const address = scanner.id.slice(NAME.length + 1)
    if (!URL.canParse(address)) return false
    const root = new URL(address)
    const client = clientOf(root)
    try {
      return isReady(await askStatus(client, root, null, signal), source !== 'flatbed', code === 'scan/no-paper')
    } finally {
      client.close()
    }
  }

  return { name: NAME, list, scan, isOver, atAddress }
}
