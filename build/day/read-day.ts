import { readJournalOnDisk } from '../../tests/faults/oracle.ts'

/** What a data folder holds, by an eye that shares no code with the program. */
export interface DayOnDisk {
  readonly dossiers: number
  readonly codes: readonly string[]
  readonly acts: number
  readonly brokenLines: number
}

export function readDay(dataFolder: string): DayOnDisk {
  const onDisk = readJournalOnDisk(dataFolder)
  return {
    dossiers: onDisk.subjects.filter(subject => subject.startsWith('dossier:')).length,
    codes: onDisk.codes,
    acts: [...onDisk.namesByDevice.values()].reduce((sum, names) => sum + names.length, 0),
    brokenLines: onDisk.brokenLines,
  }
}
