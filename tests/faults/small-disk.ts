import { execFileSync, spawnSync } from 'node:child_process'
import { closeSync, ftruncateSync, mkdirSync, mkdtempSync, openSync, rmSync, statfsSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A small real ext4 disk, mounted from a file; needs root. */
export interface SmallDisk {
  readonly folder: string
  readonly freeBytes: () => number
  /** Takes all room but so many bytes. */
  readonly fill: (leaveBytes: number) => void
  /** Gives back what was taken. */
  readonly empty: () => void
  readonly unmount: () => void
}

export function mountSmallDisk(megabytes: number): SmallDisk {
  const home = mkdtempSync(join(tmpdir(), 'small-disk-'))
  const image = join(home, 'disk.img')
  const folder = join(home, 'mount')
  mkdirSync(folder)
  const file = openSync(image, 'w')
  ftruncateSync(file, megabytes * 1024 * 1024)
  closeSync(file)
  execFileSync('mkfs.ext4', ['-q', '-F', '-m', '0', image])
  execFileSync('mount', ['-o', 'loop', image, folder])
  const filler = join(folder, 'filler')
  const freeBytes = (): number => {
    const room = statfsSync(folder)
    return room.bavail * room.bsize
  }
  return {
    folder,
    freeBytes,
    fill: leaveBytes => {
      // The program writes meanwhile: what was free a moment ago may be taken, so ask for less until it fits.
      for (let spare = 0; spare < MOST_SPARE; spare += SPARE_STEP) {
        const take = freeBytes() - leaveBytes - spare
        if (take <= 0 || takeRoom(filler, take)) return
      }
    },
    empty: () => {
      rmSync(filler, { force: true })
    },
    unmount: () => {
      execFileSync('umount', ['-l', folder])
      rmSync(home, { recursive: true, force: true })
    },
  }
}

const SPARE_STEP = 8192
const MOST_SPARE = 1024 * 1024

/** Makes the filler longer by so many bytes; false when the disk refuses. */
function takeRoom(filler: string, bytes: number): boolean {
  const took = spawnSync('fallocate', ['-o', String(sizeOf(filler)), '-l', String(bytes), filler])
  return took.status === 0
}

/** A file that is not there yet has no bytes. */
function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}
