import { setImmediate } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { scriptPlace } from '../processes/script-place.ts'
import type { LogSurvey } from './survey.ts'
import { verifyLogs, type LogToVerify, type VerifiedLines } from './verify-task.ts'

export interface Verification {
  readonly done: Promise<readonly LogSurvey[]>
  readonly stop: () => Promise<void>
}

/** So little is read sooner than a thread starts. */
const FEW_BYTES = 256 * 1024

/** Checks the logs in the background: on a thread of its own where that is worth while and can be started, otherwise between other work. */
export function startVerification(logs: readonly LogToVerify[], tell: (lines: VerifiedLines) => void): Verification {
  let isStopped = false
  const bytes = logs.flatMap(({ until }) => [...until.values()]).reduce((sum, size) => sum + size, 0)
  const worker = bytes < FEW_BYTES ? undefined : new Worker(scriptPlace('verify.worker', import.meta.url), { workerData: logs })
  const here = (): Promise<readonly LogSurvey[]> => verifyLogs(logs, async lines => {
    tell(lines)
    await setImmediate()
    if (isStopped) throw new Error('Stopped')
  })
  return {
    done: worker === undefined ? here() : listen(worker, tell).catch(error => isStopped ? Promise.reject(error as Error) : here()),
    stop: async () => {
      isStopped = true
      await worker?.terminate()
    },
  }
}

function listen(worker: Worker, tell: (lines: VerifiedLines) => void): Promise<readonly LogSurvey[]> {
  return new Promise((resolve, reject) => {
    worker.on('message', (message: { readonly lines: VerifiedLines } | { readonly surveys: readonly LogSurvey[] }) => {
      if ('lines' in message) tell(message.lines)
      else resolve(message.surveys)
    })
    worker.on('error', reject)
    worker.on('exit', () => reject(new Error('The verification ended early')))
  })
}
