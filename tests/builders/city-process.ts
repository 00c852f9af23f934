import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { join } from 'node:path'
import { CACHE } from '../../build/folders.ts'

const SERVER = join(import.meta.dirname, '../../server/server.ts')

/** The city as it runs for real: a process of its own. */
export interface CityProcess {
  readonly pid: number
  readonly port: number
  readonly address: string
  /** What it wrote to its error output so far: structured lines, or the sentence it did not start with. */
  readonly words: () => string
  /** SIGKILL; resolves when it is gone. */
  readonly kill: () => Promise<void>
  /** SIGTERM, and waits for the orderly end; its exit code. */
  readonly stop: () => Promise<number>
}

export interface CityProcessOptions {
  readonly data: string
  /** 0 takes a free one. */
  readonly port?: number
  readonly databaseUrl?: string | undefined
  /** Where devices and people reach it. */
  readonly address?: string
  readonly administrator?: { readonly signInName: string, readonly password: string }
  /** SIGKILL after so many milliseconds, whatever it does then. */
  readonly diesAfterMs?: number
  readonly env?: Readonly<Record<string, string>>
}

/** Starts the server; rejects with its last words when it ends before it listens, or says nothing for long. */
export async function startCityProcess(options: CityProcessOptions): Promise<CityProcess> {
  const { data, port = 0, databaseUrl, address, administrator, diesAfterMs, env = {} } = options
  const child = spawn(process.execPath, [SERVER], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'], HOME: process.env['HOME'], NODE_NO_WARNINGS: '1', NODE_COMPILE_CACHE: join(CACHE, 'compiled'),
      MOT_CUA_DATA: data, PORT: String(port), LOG_LEVEL: 'warn',
      ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }), ...(address === undefined ? {} : { MOT_CUA_ADDRESS: address }),
      ...(administrator === undefined ? {} : { MOT_CUA_ADMIN: administrator.signInName, MOT_CUA_ADMIN_PASSWORD: administrator.password }),
      ...env,
    },
  })
  if (diesAfterMs !== undefined) setTimeout(() => child.kill('SIGKILL'), diesAfterMs)
  let words = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => { words = (words + text).slice(-MOST_WORDS) })
  const gone = new Promise<number>(resolve => child.once('exit', (code, signal) => { resolve(code ?? (signal === null ? 1 : 128)) }))
  const listening = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL')
      reject(new Error(`The city says nothing: ${words}`))
    }, SILENCE_MS)
    createInterface({ input: child.stdout }).on('line', line => {
      const said = wordOf(line)
      if (said === undefined) return
      clearTimeout(timer)
      resolve(said)
    })
    void gone.then(code => {
      clearTimeout(timer)
      reject(new Error(`The city ended with ${String(code)}: ${words}`))
    })
  })
  const { pid } = child
  if (pid === undefined) throw new Error('The city has no process')
  return {
    pid, port: Number(new URL(listening).port), address: listening.replace(/\/$/, ''),
    words: () => words,
    kill: async () => {
      child.kill('SIGKILL')
      await gone
    },
    stop: async () => {
      child.kill('SIGTERM')
      return gone
    },
  }
}

const SILENCE_MS = 120_000
const MOST_WORDS = 20_000

function wordOf(line: string): string | undefined {
  if (!line.startsWith('{')) return undefined
  const said = JSON.parse(line) as { readonly listening?: string }
  return said.listening
}
