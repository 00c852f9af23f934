import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, copyFile, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mustRun, run } from '../../build/electron/run.ts'

/** A print server of the test's own; programs find it through `env`. */
export interface PrintServer {
  readonly env: { readonly CUPS_SERVER: string }
  /** Adds a queue over a backend, `cups-pdf:/` or one of `addBackend`. */
  readonly addQueue: (name: string, uri: string) => Promise<void>
  /** Adds a backend that is this shell script; its standard error speaks to CUPS. */
  readonly addBackend: (scheme: string, script: string) => Promise<void>
  /** Runs a command of CUPS against this server. */
  readonly cups: (command: string, ...args: string[]) => Promise<string>
  readonly stop: () => Promise<void>
}

const SERVER_BIN = '/usr/lib/cups'
const PPD = '/usr/share/ppd/cups-pdf/CUPS-PDF_noopt.ppd'

/** Starts a private cupsd that shares nothing with the system's: own configuration, spool, socket and backends. */
export async function startPrintServer(): Promise<PrintServer> {
  if (process.getuid?.() !== 0) throw new Error('A print server of its own runs only as root: start these tests as root on Debian or Ubuntu')
  const root = await mkdtemp(join(tmpdir(), 'cups-'))
  const socket = join(root, 'cups.sock')
  const backends = join(root, 'bin/backend')
  // CUPS gives up root for filters, which must still reach their folders.
  await chmod(root, 0o755)
  for (const folder of ['etc/ppd', 'etc/ssl', 'spool/tmp', 'cache', 'run', 'log', 'bin/backend']) await mkdir(join(root, folder), { recursive: true })
  for (const part of await readdir(SERVER_BIN)) if (part !== 'backend') await symlink(join(SERVER_BIN, part), join(root, 'bin', part))
  await copyFile(join(SERVER_BIN, 'backend/cups-pdf'), join(backends, 'cups-pdf'))
  await chmod(join(backends, 'cups-pdf'), 0o700)
  await writeFile(join(root, 'etc/cupsd.conf'), SETTINGS.replace('SOCKET', socket))
  await writeFile(join(root, 'etc/cups-files.conf'), filesSettings(root))

  const server = spawn('/usr/sbin/cupsd', ['-f', '-c', join(root, 'etc/cupsd.conf'), '-s', join(root, 'etc/cups-files.conf')], { stdio: 'ignore' })
  const env = { CUPS_SERVER: socket }
  const cups = (command: string, ...args: string[]): Promise<string> => mustRun(command, args, { env: { ...process.env, ...env, LC_ALL: 'C' } })
  while (!(await run('lpstat', ['-r'], { env: { ...process.env, ...env, LC_ALL: 'C' } })).stdout.includes('is running')) {
    if (server.exitCode !== null) throw new Error('cupsd did not start')
  }
  return {
    env,
    cups,
    addQueue: async (name, uri) => { await cups('lpadmin', '-p', name, '-v', uri, '-P', PPD, '-E') },
    addBackend: async (scheme, script) => {
      const file = join(backends, scheme)
      await writeFile(file, `#!/bin/sh\n[ $# = 0 ] && exit 0\n${script}\n`)
      await chmod(file, 0o755)
    },
    stop: async () => {
      server.kill()
      if (server.exitCode === null) await once(server, 'exit')
      await rm(root, { recursive: true, force: true })
    },
  }
}

const SETTINGS = `
LogLevel warn
Listen SOCKET
Browsing No
WebInterface No
DefaultAuthType None
<Location />
  Order allow,deny
  Allow all
</Location>
<Location /admin>
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
`

function filesSettings(root: string): string {
  return `
ServerRoot ${root}/etc
ServerBin ${root}/bin
RequestRoot ${root}/spool
TempDir ${root}/spool/tmp
CacheDir ${root}/cache
StateDir ${root}/run
AccessLog ${root}/log/access
ErrorLog ${root}/log/error
PageLog ${root}/log/page
SystemGroup root
`
}
