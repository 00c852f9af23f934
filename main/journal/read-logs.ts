import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Act } from '../../shared/acts/act.ts'
import { compareActs } from '../../shared/acts/order.ts'
import { upcast } from '../../shared/acts/upcast.ts'
import { isFileError } from './durable-file.ts'
import { newSurveyor, type KnownLine, type LogSurvey } from './survey.ts'
import { LOG_START, walkLog, type LogPlace, type WalkedLine } from './walk-log.ts'

export interface LogToRead {
  readonly device: string
  readonly from?: LogPlace
  readonly witnesses: readonly KnownLine[]
}

const DEVICE = /^[a-z0-9-]{4,40}$/

/** The devices whose logs lie in the folder; anything else there is left alone. */
export async function devicesIn(journalFolder: string): Promise<readonly string[]> {
  try {
    const found = await readdir(journalFolder, { withFileTypes: true })
    return found.filter(entry => entry.isDirectory() && DEVICE.test(entry.name)).map(({ name }) => name).sort()
  } catch (error) {
    if (isFileError(error)) return []
    throw error
  }
}

/** Reads several logs side by side, telling their acts in folding order (rule D1), and says what state each log is in. */
export async function readLogs(
  journalFolder: string, logs: readonly LogToRead[], onAct: (act: Act) => void,
): Promise<readonly LogSurvey[]> {
  const cursors = logs.map(({ device, from = LOG_START, witnesses }) => {
    const surveyor = newSurveyor(device, from, witnesses)
    return { surveyor, ...newCursor(walkLog(join(journalFolder, device), from), surveyor.see) }
  })
  for (;;) {
    let first: { readonly act: Act; readonly take: () => void } | undefined
    for (const cursor of cursors) {
      if (cursor.needsMore()) await cursor.more()
      const act = cursor.act()
      if (act !== undefined && (first === undefined || compareActs(act, first.act) < 0)) first = { act, take: cursor.take }
    }
    if (first === undefined) return cursors.map(({ surveyor }) => surveyor.result())
    first.take()
    onAct(upcast(first.act))
  }
}

function newCursor(walk: AsyncGenerator<readonly WalkedLine[]>, see: (line: WalkedLine) => void) {
  let acts: Act[] = []
  let place = 0
  let isDone = false
  return {
    needsMore: (): boolean => place >= acts.length && !isDone,
    more: async (): Promise<void> => {
      while (place >= acts.length && !isDone) {
        const next = await walk.next()
        if (next.done === true) {
          isDone = true
          return
        }
        next.value.forEach(see)
        acts = next.value.flatMap(({ chained, fault }) => chained !== undefined && fault !== 'line/not-ended' ? [chained.act] : [])
        place = 0
      }
    },
    act: (): Act | undefined => acts[place],
    take: (): void => {
      place += 1
    },
  }
}
