import { execFileSync } from 'node:child_process'
import { closeSync, fdatasyncSync, ftruncateSync, mkdirSync, mkdtempSync, openSync, rmSync, statfsSync } from 'node:fs'
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
      const take = freeBytes() - leaveBytes
      if (take <= 0) return
      execFileSync('fallocate', ['-o', String(sizeOf(filler)), '-l', String(take), filler])
      const opened = openSync(filler, 'r+')
      fdatasyncSync(opened)
      closeSync(opened)
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

function sizeOf(file: string): number {
  const opened = openSync(file, 'a')
  closeSync(opened)
  return Number(execFileSync('stat', ['-c', '%s', file], { encoding: 'utf8' }))
}
