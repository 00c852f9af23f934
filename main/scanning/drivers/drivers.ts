import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Result } from '../../../shared/base/result.ts'
import type { ScannerTrouble } from '../../../shared/bridge/scan-problems.ts'
import type { Driver, Scanner } from './driver.ts'
import { esclDriver } from './escl.ts'
import { naps2Driver } from './naps2.ts'
import { saneDriver } from './sane.ts'
import { watchedFolderDriver } from './watched-folder.ts'
import { wiaDriver } from './wia.ts'

export interface Place {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  /** The data folder. */
  readonly root: string
  /** The folder a scanner's own "scan to folder" may fill. */
  readonly scanFolder: () => string
}

export interface Drivers {
  /** Every way to a scanner this PC has of its own, sorted by name. */
  readonly all: readonly Driver[]
  readonly atAddress: (address: string, signal: AbortSignal) => Promise<Result<Scanner, ScannerTrouble>>
}

/** Laid beside the bundle, and outside its archive when packed: PowerShell cannot look into one. */
const WIA_SCRIPT = join(import.meta.dirname, 'wia.ps1').replace('app.asar', 'app.asar.unpacked')

export function driversOf({ platform, env, root, scanFolder }: Place): Drivers {
  const work = (driver: string): string => join(root, 'scans', 'work', driver)
  const naps2 = [env['ProgramFiles'], env['ProgramFiles(x86)']].filter(folder => folder !== undefined)
    .map(folder => join(folder, 'NAPS2', 'NAPS2.Console.exe')).find(existsSync)
  const escl = esclDriver()
  return {
    all: [
      escl,
      ...(naps2 === undefined ? [] : [naps2Driver({ program: naps2, work: work('naps2') })]),
      ...(platform === 'linux' ? [saneDriver({ work: work('sane') })] : []),
      watchedFolderDriver({ folder: scanFolder }),
      ...(platform === 'win32' ? [wiaDriver({ script: WIA_SCRIPT, work: work('wia') })] : []),
    ],
    atAddress: escl.atAddress,
  }
}
