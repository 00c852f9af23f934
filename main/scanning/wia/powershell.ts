import { spawn } from 'node:child_process'
import { readWiaLine, type WiaLine } from './wia-line.ts'

/** A running script: its lines as they come, and the word to go on. */
export interface Script {
  /** The next line; null when it ended; 'silent' when it said nothing for `patience`; 'not-here' without a PowerShell. */
  readonly next: () => Promise<WiaLine | 'silent' | 'not-here' | null>
  readonly goOn: () => void
  /** Lets it end by itself for a moment, then ends it. */
  readonly stop: () => Promise<void>
}

const FLAGS = ['-NoProfile', '-NonInteractive', '-Sta', '-ExecutionPolicy', 'Bypass', '-File']
const FAREWELL = 5000

/** Runs the script with a PowerShell, which every Windows has. */
export function runScript(shell: string, script: string, args: readonly string[], patience: number): Script {
  const child = spawn(shell, [...FLAGS, script, ...args], { stdio: 'pipe', windowsHide: true })
  const lines: WiaLine[] = []
  let rest = ''
  let heard = (): void => undefined
  child.stdin.on('error', () => undefined)
  child.stderr.resume()
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const whole = (rest + text).split('\n')
    rest = whole.pop() ?? ''
    lines.push(...whole.map(readWiaLine).filter(line => line !== null))
    heard()
  })
  const over = new Promise<'not-here' | null>(resolve => {
    child.once('error', () => { resolve('not-here') })
    child.once('close', () => { resolve(null) })
  })
  return {
    goOn: () => { child.stdin.write('\n') },
    next: async () => {
      for (;;) {
        const line = lines.shift()
        if (line !== undefined) return line
        const waited = Promise.withResolvers<'heard' | 'silent'>()
        heard = () => { waited.resolve('heard') }
        const timer = setTimeout(() => { waited.resolve('silent') }, patience)
        const met = await Promise.race([waited.promise, over])
        clearTimeout(timer)
        if (met === 'silent') return 'silent'
        if (met === 'heard' || lines.length > 0) continue
        return met
      }
    },
    stop: async () => {
      if (child.exitCode !== null || child.pid === undefined) return
      child.stdin.end()
      const timer = setTimeout(() => child.kill(), FAREWELL)
      await over
      clearTimeout(timer)
    },
  }
}
