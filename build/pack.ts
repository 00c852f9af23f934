import { join } from 'node:path'
import { bundle } from './bundle.ts'
import { runSeen } from './display.ts'
import { runnableElectron } from './electron.ts'
import { DIST } from './folders.ts'

/** Where `npm run pack` puts the program, and what starts it. */
export const PACKED = join(DIST, 'pack/linux-unpacked')
export const PACKED_EXECUTABLE = join(PACKED, 'mot-cua')

/** Packs the program, unpacked, for this Linux machine with the Electron that is here; works without a network. */
export async function pack(): Promise<void> {
  const { folder, version } = await runnableElectron()
  await bundle()
  const code = await runSeen('electron-builder', ['--linux', 'dir', '--publish', 'never',
    `-c.electronVersion=${version}`, `-c.electronDist=${folder}`])
  if (code !== 0) throw new Error(`electron-builder ended with ${code}`)
}

if (import.meta.main) await pack()
