import { execFileSync, spawn } from 'node:child_process'
import { chownSync, mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'

const BIN = '/usr/lib/postgresql/15/bin'

/** A PostgreSQL of one's own, on loopback, that flushes as a real one does. */
export interface OwnPostgres {
  /** A fresh, empty database; the answer is its URL. */
  readonly freshDatabase: () => Promise<string>
  readonly stop: () => Promise<void>
}

/** Starts one in a temporary folder; it is gone after `stop`. The server itself refuses to run as root, so it runs as `postgres` then. */
export async function startPostgres(): Promise<OwnPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'mot-cua-pg-'))
  const port = await freePort()
  const data = join(folder, 'cluster')
  if (userInfo().uid === 0) {
    const idOf = (flag: string): number => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
    chownSync(folder, idOf('-u'), idOf('-g'))
  }
  const run = (program: string, ...args: readonly string[]): void => {
    const [command, ...rest] = asItself(program, args)
    execFileSync(command, rest, { cwd: folder, stdio: 'ignore' })
  }
  run('initdb', '-D', data, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8')
  const [command, ...args] = asItself('postgres', [
    '-D', data, '-p', String(port), '-k', folder, '-c', 'listen_addresses=127.0.0.1', '-c', 'max_connections=200',
  ])
  const server = spawn(command, args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] })
  await new Promise<void>((resolve, reject) => {
    server.stderr.setEncoding('utf8').on('data', (text: string) => { if (text.includes('ready to accept connections')) resolve() })
    server.once('exit', code => reject(new Error(`PostgreSQL ended with ${String(code)}`)))
  })
  const url = (database: string): string => `postgres://postgres@127.0.0.1:${String(port)}/${database}`
  let made = 0
  return {
    freshDatabase: async () => {
      const name = `city_${String(made += 1)}`
      const client = new pg.Client({ connectionString: url('postgres') })
      await client.connect()
      await client.query(`CREATE DATABASE ${name}`)
      await client.end()
      return url(name)
    },
    stop: async () => {
      const ended = new Promise(resolve => server.once('exit', resolve))
      run('pg_ctl', '-D', data, '-m', 'immediate', 'stop')
      await ended
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function asItself(program: string, args: readonly string[]): readonly [string, ...string[]] {
  const path = join(BIN, program)
  return userInfo().uid === 0 ? ['runuser', '-u', 'postgres', '--', path, ...args] : [path, ...args]
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject).listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error('No port')))
    })
  })
}
