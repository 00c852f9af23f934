import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { success } from '../../shared/base/result.ts'
import { makeFolder, writeDurably } from '../../main/journal/durable-file.ts'
import type { RawPage, Scanner } from '../../main/scanning/drivers/driver.ts'
import { openLending, type Lending, type LendingParts } from '../../main/scanning/lending/lending.ts'
import type { Peer } from '../../main/lan/peers.ts'
import { openDeviceKey } from '../../main/sealing/device-key.ts'

/** What one PC of the rig is started with. */
export interface PcSetUp {
  readonly root: string
  readonly device: string
  readonly peers: readonly Peer[]
  /** Lends; or asks at that address. */
  readonly lender: string | null
  /** Milliseconds a desk keeps its turn. */
  readonly keepTurn: number
}

/** What the rig tells a PC. */
export type ToPc = { readonly scan: string; readonly sheets: number } | { readonly sheet: string | null }

/** What a PC tells the rig. */
export type FromPc =
  | { readonly is: 'ready'; readonly port: number }
  /** The lender's feeder takes its next sheet; what it took before is durable. */
  | { readonly is: 'next-sheet' }
  | { readonly is: 'turn' | 'ended'; readonly batch: string }
  | { readonly is: 'bug'; readonly words: string }

/** Where a desk keeps a side: its batch is the folder, its name the file, so the same side is kept once. */
export function keptPath(root: string, batch: string, name: string): string {
  return join(root, 'kept', batch, name)
}

const never = new AbortController().signal

async function runPc({ root, device, peers, lender, keepTurn }: PcSetUp): Promise<void> {
  const heard: ((told: ToPc) => void)[] = []
  process.on('message', (told: ToPc) => {
    if ('scan' in told) void scanStack(told.scan, told.sheets)
    else heard.shift()?.(told)
  })
  const key = await openDeviceKey(root, device)
  const lending = await openLending({
    root, key, desk: () => device, peers: () => peers, now: () => Date.now(), randomBytes,
    own: () => lender === null ? SCANNER : null,
    scan: async function* () {
      for (;;) {
        tell({ is: 'next-sheet' })
        const told = await new Promise<ToPc>(resolve => heard.push(resolve))
        if (!('sheet' in told) || told.sheet === null) return success({ reason: 'stack-empty' })
        yield { bytes: Buffer.from(told.sheet), dpi: 200, side: 'front', isPhoto: false }
      }
    },
    take: ({ batch }, raw) => keep(batch, raw), onLeft: () => undefined,
    report: error => { tell({ is: 'bug', words: error instanceof Error ? error.stack ?? error.message : String(error) }) },
    tuning: { looksAround: false, port: 0, keepTurn, collectEvery: 2000 },
  } satisfies LendingParts)
  await (lender === null ? lending.lend(true) : meet(lending, lender))
  tell({ is: 'ready', port: lending.port() ?? 0 })

  async function keep(batch: string, raw: RawPage): Promise<void> {
    await makeFolder(join(root, 'kept', batch))
    await writeDurably(keptPath(root, batch, raw.name ?? 'nameless'), raw.bytes)
  }

  async function scanStack(batch: string, sheets: number): Promise<void> {
    const onWait = (waiting: object | null): void => { if (waiting === null) tell({ is: 'turn', batch }) }
    const scanner = { ...SCANNER, id: 'lent:pc-lender' }
    const sides = lending.driver.scan(scanner, { source: 'feeder', resolution: 200, colour: true, ownSettings: false, batch, sheets, onWait }, never)
    for (;;) {
      const step = await sides.next()
      if (step.done === true) break
      await keep(batch, step.value)
    }
    tell({ is: 'ended', batch })
  }
}

/** The lender may be dead just now. */
async function meet(lending: Lending, address: string): Promise<void> {
  if ((await lending.driver.list(never)).ok && (await lending.addByAddress(address)).ok) return
}

const SCANNER: Scanner = { id: 'pretend:feeder', name: 'feeder', driver: 'pretend', sources: ['feeder'], resolutions: [200], reach: {} }

function tell(what: FromPc): void {
  process.send?.(what)
}

if (import.meta.main) await runPc(JSON.parse(process.argv[2] ?? '') as PcSetUp)
