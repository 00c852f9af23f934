import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'

/** What a run that makes no pages said. */
export interface Answer {
  readonly code: number | null
  readonly out: string
  readonly said: string
}

/** Once a backend has told its trouble it ends at once, or hangs. */
const LAST_WORDS = /sane_(?:read|start): /
const AFTER_LAST_WORDS = 5000

/** `scanimage` is not on this machine, or may not be started. */
export const NOT_HERE = 'not-here'

type Env = Readonly<Record<string, string>>

/** Asks `scanimage` a question and waits for the whole answer, no longer than `patience` ms. */
export async function ask(args: readonly string[], env: Env, patience: number, signal?: AbortSignal): Promise<Answer | typeof NOT_HERE> {
  const child = spawn('scanimage', args, { env: { ...process.env, ...env, LC_ALL: 'C' }, stdio: ['ignore', 'pipe', 'pipe'] })
  let out = ''
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => { out += text })
  child.stderr.setEncoding('utf8').on('data', (text: string) => { said += text })
  let isLate = false
  const stop = (): void => { void release(child) }
  const timer = setTimeout(() => { isLate = true; stop() }, patience)
  signal?.addEventListener('abort', stop, { once: true })
  try {
    const code = await ended(child)
    return code === NOT_HERE ? NOT_HERE : { code: isLate ? null : code, out, said }
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', stop)
  }
}

/** One run over a stack that waits at every sheet until it is told to go on. */
export interface Run {
  /** Lets the next sheet in and waits for its file, or for the end. */
  readonly next: () => Promise<Step>
  /** Ends it at the sheet it is at; the device is free when this is done. */
  readonly stop: () => Promise<void>
  readonly said: () => string
}

export type Step =
  | { readonly is: 'page', readonly file: string }
  | { readonly is: 'end', readonly code: number | null }
  | { readonly is: 'silent' }
  | { readonly is: typeof NOT_HERE }

/** Starts a batch in `folder`; `isGated` lets every sheet wait for `next`, which a single one needs not. */
export function startRun(args: readonly string[], env: Env, folder: string, patience: number, isGated: boolean): Run {
  const gate = isGated ? ['--batch-prompt'] : []
  const child = spawn('scanimage', [...args, '--format=pnm', `--batch=${folder}/p%04d.pnm`, '--batch-print', '-p', ...gate], {
    env: { ...process.env, ...env, LC_ALL: 'C' }, stdio: 'pipe',
  })
  const pages: string[] = []
  let rest = ''
  let said = ''
  let heard = (): void => undefined
  child.stdin.on('error', () => undefined)
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    pages.push(...lines.filter(line => line !== ''))
    heard()
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text.replace(/Progress: [\d.]+%[\r\n]*/g, '')).slice(-4000)
    heard()
  })
  const over = ended(child)
  return {
    said: () => said,
    stop: () => release(child),
    next: async () => {
      if (isGated && child.exitCode === null) child.stdin.write('\n')
      for (;;) {
        const file = pages.shift()
        if (file !== undefined) return { is: 'page', file }
        const waited = Promise.withResolvers<'heard' | 'silent'>()
        heard = () => { waited.resolve('heard') }
        const timer = setTimeout(() => { waited.resolve('silent') }, LAST_WORDS.test(said) ? Math.min(patience, AFTER_LAST_WORDS) : patience)
        const met = await Promise.race([waited.promise, over.then(code => ({ code }))])
        clearTimeout(timer)
        if (met === 'silent') return { is: 'silent' }
        if (met === 'heard' || pages.length > 0) continue
        return met.code === NOT_HERE ? { is: NOT_HERE } : { is: 'end', code: met.code }
      }
    },
  }
}

/** SIGINT frees the device within milliseconds; SIGTERM and SIGKILL leave some locked, so they come last. */
async function release(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return
  const over = once(child, 'close')
  child.stdin?.end()
  child.kill('SIGINT')
  const timer = setTimeout(() => child.kill('SIGKILL'), 10_000)
  await over
  clearTimeout(timer)
}

function ended(child: ChildProcess): Promise<number | null | typeof NOT_HERE> {
  return new Promise(resolve => {
    child.once('error', () => { resolve(NOT_HERE) })
    child.once('close', code => { resolve(code) })
  })
}
