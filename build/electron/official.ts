import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RunnableElectron } from './runnable.ts'
import { PROJECT } from '../folders.ts'
import { run } from './run.ts'

const HOME = join(PROJECT, 'node_modules/electron')
const DEFAULT_MIRROR = 'https://github.com/electron/electron/releases/download/'

/** The official Electron of package.json, fetched now if need be; undefined where it cannot be fetched. */
export async function officialElectron(): Promise<RunnableElectron | undefined> {
  const there = installed()
  if (there !== undefined) return there
  if (!existsSync(join(HOME, 'install.js')) || !await canBeReached()) return undefined
  await run(process.execPath, [join(HOME, 'install.js')])
  return installed()
}

function installed(): RunnableElectron | undefined {
  const pathFile = join(HOME, 'path.txt')
  if (!existsSync(pathFile)) return undefined
  const folder = join(HOME, 'dist')
  const path = join(folder, readFileSync(pathFile, 'utf8').trim())
  const versionFile = join(folder, 'version')
  if (!existsSync(path) || !existsSync(versionFile)) return undefined
  return { path, folder, version: readFileSync(versionFile, 'utf8').trim().replace(/^v/, '') }
}

/** Asks before downloading: a slow line is given all its time, a closed one costs 20 s at most. */
async function canBeReached(): Promise<boolean> {
  const { version } = JSON.parse(readFileSync(join(HOME, 'package.json'), 'utf8')) as { version: string }
  const mirror = process.env['ELECTRON_MIRROR'] ?? process.env['npm_config_electron_mirror'] ?? DEFAULT_MIRROR
  return fetch(`${mirror}v${version}/SHASUMS256.txt`, { signal: AbortSignal.timeout(20_000) })
    .then(answer => answer.ok, () => false)
}
