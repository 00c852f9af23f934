import { randomBytes } from 'node:crypto'
import { failure, success } from '../../shared/base/result.ts'
import { openPageStore } from '../../main/pages/page-store.ts'
import { openBatches } from '../../main/scanning/batches.ts'
import type { Driver, Scanner } from '../../main/scanning/drivers/driver.ts'
import { drawPracticeSheet } from '../../main/scanning/practice-sheet.ts'
import { openPipeline } from '../../main/scanning/pipeline/open-pipeline.ts'
import { openPrintedCovers } from '../../main/scanning/printed-covers.ts'
import { openScanFolder } from '../../main/scanning/scan-folder.ts'
import { openScanning } from '../../main/scanning/scanning.ts'

/** What a PC of the rig tells: a side was asked for, so the one before it was acknowledged. */
export interface Told { readonly acknowledged: string }

const SCANNER: Scanner = { id: 'pretend:1', name: 'Máy thử', driver: 'pretend', sources: ['feeder'], resolutions: [50], reach: {} }
const RESOLUTION = 50

/** A sheet's own number is in its name; a side counts once the driver was asked for the next. */
function pretend(first: number): Driver {
  return {
    name: 'pretend',
    list: () => Promise.resolve(success([SCANNER])),
    async* scan(_, _wish, signal) {
      for (let number = first; !signal.aborted; number += 1) {
        const name = `sheet-${String(number)}`
        yield { bytes: drawPracticeSheet(number, RESOLUTION), dpi: RESOLUTION, side: 'front', isPhoto: false, name }
        process.send?.({ acknowledged: name } satisfies Told)
      }
      return success({ reason: 'cancelled' })
    },
  }
}

/** Batches, pipeline and page store as they are, over a scanner whose stack never ends; goes on in the batch it finds. */
async function runDesk(root: string, first: number): Promise<void> {
  const report = (error: unknown): void => { throw error }
  const none = failure({ code: 'scan/no-scanner', scanner: '', sheets: 0 } as const)
  const scanning = await openScanning({
    root, batches: await openBatches({ root, now: () => Date.now(), randomBytes }), drivers: [pretend(first)], pipeline: openPipeline(),
    pages: await openPageStore(root), previews: { put: () => Promise.resolve() }, lending: null,
    readFiles: () => { throw new Error('No files here') }, phone: () => Promise.resolve(none), findByAddress: () => Promise.resolve(none),
    chooseFiles: () => Promise.resolve([]), folder: await openScanFolder(root), mayAdd: () => success(null), isTooFull: () => false,
    perform: () => Promise.resolve(none), begunSince: () => [], actsOf: () => Promise.resolve([]), unit: () => '31120', now: () => Date.now(), onChanged: () => undefined,
    report, covers: await openPrintedCovers({ root, now: () => Date.now(), report }),
  })
  await scanning.api.lookForScanners()
  await scanning.api.choose({ scanner: SCANNER.id, source: 'feeder', resolution: RESOLUTION, ownSettings: false })
  const last = [...scanning.tray.batches().keys()].at(-1) ?? null
  await scanning.api.start({ into: null, goOn: last, instead: null })
}

const [root = '', first = '1'] = process.argv.slice(2)
await runDesk(root, Number(first))
