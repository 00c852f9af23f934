import { run } from './run.ts'

/** What Electron needs on a machine without a desktop, and a virtual display to open its windows in. */
export const ELECTRON_LIBRARIES: readonly string[] = [
  'libasound2', 'libatk-bridge2.0-0', 'libcups2', 'libgbm1', 'libgtk-3-0', 'libnss3', 'libxss1', 'unzip', 'xauth', 'xvfb',
]

/** A judge of archival PDFs, in Java. */
export const PREFLIGHT: readonly string[] = ['default-jre-headless', 'libactivation-java', 'libjaxb-api-java', 'libpdfbox2-java']

/** A browser, a database, readers, a printer, a scanner and small disks for the tests: programs nobody here wrote. */
export const TEST_TOOLS: readonly string[] = [
  'chromium', 'cups', 'e2fsprogs', 'openssl', 'poppler-utils', 'postgresql', 'printer-driver-cups-pdf', 'sane-airscan', 'sane-utils',
  'util-linux', 'zbar-tools', ...PREFLIGHT,
]

/**
 * Sees to it that Debian packages are there: installs what is missing when root, otherwise throws an error with the exact command.
 *
 * On a system without dpkg nothing can be known, and nothing is done.
 */
export async function ensurePackages(names: readonly string[]): Promise<void> {
  const missing = await missingPackages(names)
  if (missing.length === 0) return
  const install = ['apt-get', 'install', '--yes', '--no-install-recommends', ...missing]
  if (process.getuid?.() !== 0) throw new Error(`These system packages are missing. Install them with:\n  sudo ${install.join(' ')}`)
  console.error(`Installing system packages: ${missing.join(' ')}`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const wait = ['-o', 'DPkg::Lock::Timeout=300']
  await run('apt-get', [...wait, 'update'], { env })
  const ran = await run('apt-get', [...wait, ...install.slice(1)], { env })
  if (ran.code !== 0) throw new Error(`Could not install system packages. Try:\n  ${install.join(' ')}\n${ran.stderr.slice(-2000)}`)
}

/** The tests' own name for it. */
export const ensureTools = ensurePackages

/** Newer Debian and Ubuntu carry some libraries under a name that ends in t64. */
async function missingPackages(names: readonly string[]): Promise<string[]> {
  const installed = await installedPackages()
  if (installed === undefined) return []
  const missing = names.filter(name => !installed.has(name) && !installed.has(`${name}t64`))
  return Promise.all(missing.map(async name => await isKnown(`${name}t64`) ? `${name}t64` : name))
}

async function installedPackages(): Promise<ReadonlySet<string> | undefined> {
  const ran = await run('dpkg-query', ['--show', '--showformat', '${db:Status-Status} ${Package}\\n'])
  if (ran.code !== 0) return undefined
  const lines = ran.stdout.split('\n').filter(line => line.startsWith('installed '))
  return new Set(lines.map(line => line.slice('installed '.length)))
}

async function isKnown(name: string): Promise<boolean> {
  const ran = await run('apt-cache', ['show', '--no-all-versions', name])
  return ran.code === 0 && ran.stdout.includes('Package:')
}
