import { fork } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import type electron from 'electron'
import { OF_A_BUG } from './parent.ts'

/** A script of ours in a process of its own: whatever a file does to it, the program goes on. */
export interface OwnProcess {
  readonly tell: (message: unknown) => void
  /** Until the answer is called. */
  readonly hear: (listener: (message: unknown) => void) => () => void
  readonly ended: Promise<EndOfProcess>
  /** Somebody may end it while nothing is asked of it. */
  readonly isGone: () => boolean
  /** At once, whatever it is at. */
  readonly end: () => void
  /** Whether the program waits for it before it ends. */
  readonly awaited: (isAwaited: boolean) => void
}

export interface EndOfProcess {
  /** It broke down over an error of ours, and not by what it was given or by somebody's hand. */
  readonly isBug: boolean
  /** Its last words. */
  readonly said: string
}

type Started = Omit<OwnProcess, 'isGone'>

/** For the objects of JavaScript; pixels lie outside and are bounded by the decoder. */
const HEAP_MB = 256
const LAST_WORDS = 4000

/**
 * Starts a script apart, in the way the place has: within Electron as one of its utility processes, in tests as a child of Node.
 *
 * It ends with the program, however the program ends.
 */
export function startProcess(script: URL): OwnProcess {
  const path = fileURLToPath(script)
  const started = process.versions['electron'] === undefined ? startByNode(path) : startByElectron(path)
  let isGone = false
  void started.ended.then(() => { isGone = true })
  return { ...started, isGone: () => isGone }
}

/** The process, or a new one in its place once it is gone. */
export function living(running: OwnProcess | undefined, start: () => OwnProcess): OwnProcess {
  return running === undefined || running.isGone() ? start() : running
}

function startByElectron(script: string): Started {
  const { utilityProcess } = createRequire(import.meta.url)('electron') as typeof electron
  const flags = [`--js-flags=--max-old-space-size=${String(HEAP_MB)}`]
  const child = utilityProcess.fork(script, [], { execArgv: flags, stdio: ['ignore', 'ignore', 'pipe'] })
  return {
    tell: message => { child.postMessage(message) },
    hear: listener => {
      child.on('message', listener)
      return () => { child.off('message', listener) }
    },
    ended: endOf(child),
    // It has a number only once it runs.
    end: () => { if (child.pid === undefined) child.once('spawn', () => { kill(child.pid) }); else kill(child.pid) },
    awaited: () => undefined,
  }
}

function startByNode(script: string): Started {
  const child = fork(script, [], {
    execArgv: [`--max-old-space-size=${String(HEAP_MB)}`], serialization: 'advanced', stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  const awaited = (isAwaited: boolean): void => {
    for (const part of [child, child.channel]) if (isAwaited) part?.ref(); else part?.unref()
  }
  awaited(false)
  return {
    // To one that is gone nothing can be told; that it is gone is told by its end.
    tell: message => { child.send(message as object, () => undefined) },
    hear: listener => {
      child.on('message', listener)
      return () => { child.off('message', listener) }
    },
    ended: endOf(child),
    // Whoever ends it may wait for its end, with nothing else left to do.
    end: () => {
      awaited(true)
      kill(child.pid)
    },
    awaited,
  }
}

/** What both kinds have in common. */
interface Child {
  readonly pid?: number | undefined
  readonly stderr: NodeJS.ReadableStream | null
  readonly once: (event: 'exit', listener: (code: number | null) => void) => unknown
  readonly on: (event: 'error', listener: (error: unknown) => void) => unknown
}

function endOf(child: Child): Promise<EndOfProcess> {
  let said = ''
  child.stderr?.on('data', (piece: Buffer) => { said = (said + piece.toString()).slice(-LAST_WORDS) })
  return new Promise(resolve => {
    const tell = (code: number | null): void => { resolve({ isBug: code === OF_A_BUG, said }) }
    child.once('exit', tell)
    // Told before an end of its own, which follows; one that could not be started has no other.
    child.on('error', (error: unknown) => {
      said += String(error)
      if (child.pid === undefined) tell(null)
    })
  })
}

/** Not by asking: what is stuck in a decoder hears nothing. */
function kill(pid: number | undefined): void {
  if (pid === undefined) return
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
