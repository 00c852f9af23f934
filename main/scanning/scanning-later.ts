import type { ScanningApi } from '../../shared/bridge/scanning-api.ts'
import type { Scanning } from './scanning.ts'
import type { ScanningRoom } from './scanning-room.ts'
import type { Side } from './tray-fold.ts'

/** The room of scanning for those who do not wait for it: a start reads no stack, no spool and no scanner before the window shows. */
export interface ScanningLater extends Pick<ScanningRoom, 'api' | 'isScanning' | 'onGrew' | 'onCovers' | 'showsCard' | 'stop'> {
  /** A side of the tray, and where it lies as it came; undefined until the tray was read, as for one that is gone. */
  readonly side: (id: string) => { readonly side: Side, readonly path: string } | undefined
  readonly sides: () => readonly Side[]
  /** Throws until the tray was read: nobody may take it for empty. */
  readonly pages: Scanning['pages']
}

/** What is asked of the room while it is opened is answered when it is open. */
export function openLater(opening: Promise<ScanningRoom>, report: (error: unknown) => void): ScanningLater {
  let room: ScanningRoom | undefined
  opening.then(opened => { room = opened }, report)
  const api = Object.fromEntries(Object.keys(METHODS).map(name => [name, async (...asked: readonly unknown[]) => {
    const answer = (await opening).api[name as keyof ScanningApi] as (...asked: readonly unknown[]) => unknown
    return answer(...asked)
  }])) as unknown as ScanningApi

  return {
    api,
    isScanning: () => room?.isScanning() ?? false,
    // Of a room that could not be opened it was told already.
    onGrew: acts => { opening.then(opened => { opened.onGrew(acts) }).catch(() => undefined) },
    onCovers: async covers => (await opening).onCovers(covers),
    showsCard: async path => (await opening).showsCard(path),
    side: id => {
      const side = room?.tray.side(id)
      return room === undefined || side === undefined ? undefined : { side, path: room.pathOf(id) }
    },
    sides: () => [...room?.tray.batches().values() ?? []].flatMap(({ sides }) => [...sides.values()]),
    pages: () => {
      if (room === undefined) throw new Error('The tray was not read yet')
      return room.pages()
    },
    // What could not be opened was told, and has nothing to stop.
    stop: () => opening.then(opened => opened.stop(), () => undefined),
  }
}

/** Everything the window may ask, by name: the bridge opens each before the room is there. */
const METHODS: Readonly<Record<keyof ScanningApi, true>> = {
  scanners: true, lookForScanners: true, addByAddress: true, choose: true, watchFolder: true, lend: true, takeOver: true, tray: true,
  start: true, stop: true, addFiles: true, addDropped: true, openPhone: true, closePhone: true,
  place: true, turn: true, move: true, takeOut: true,
  bringBack: true, cleanAgain: true, file: true, takeForDraft: true, draftsHere: true, savedDrafts: true,
}
