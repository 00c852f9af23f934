import { dayOfInstant } from '../../shared/base/day.ts'
import type { Problem } from '../../shared/base/result.ts'
import type { ProgramApi, ProgramState } from '../../shared/bridge/main-api.ts'
import type { DiskRoom } from './disk.ts'
import type { Log } from './log.ts'

export interface ProgramTools {
  readonly now: () => string
  readonly newestActAt: () => string | undefined
  readonly diskRoom: () => Promise<DiskRoom>
  readonly isTraining: boolean
  readonly version: string
  readonly problems: () => readonly Problem[]
  readonly log: Log
  readonly setZoom: (factor: number) => void
  /** Starts the program again on the training root (true) or the real one. */
  readonly restart: (training: boolean) => void
}

/** What the program knows of its own circumstances: drive, clock, training, trouble met at start. */
export function openProgramDoor(tools: ProgramTools): ProgramApi {
  return {
    state: async (): Promise<ProgramState> => ({
      at: tools.now(),
      disk: await tools.diskRoom(),
      clockBehind: clockBehind(tools.now(), tools.newestActAt()),
      training: tools.isTraining,
      version: tools.version,
      problems: tools.problems(),
    }),
    enterTraining: () => Promise.resolve(tools.restart(true)),
    leaveTraining: () => Promise.resolve(tools.restart(false)),
    setZoom: factor => {
      tools.setZoom(clampZoom(factor))
      return Promise.resolve()
    },
    report: stack => Promise.resolve({ number: tools.log.windowBug(typeof stack === 'string' ? stack : '') }),
  }
}

/** The day on this PC lies before the day of the newest act, so one of the two clocks was wrong (rule T16). */
function clockBehind(now: string, newestActAt: string | undefined): ProgramState['clockBehind'] {
  if (newestActAt === undefined) return null
  const [today, newestDay] = [dayOfInstant(now), dayOfInstant(newestActAt)]
  return today < newestDay ? { today, newestDay } : null
}

/** 100 % to 300 %; anything else the window may send is 100 %. */
function clampZoom(factor: unknown): number {
  return typeof factor === 'number' && Number.isFinite(factor) ? Math.min(3, Math.max(1, factor)) : 1
}
