import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Person } from '../../shared/people/person.ts'
import { readJournalOnDisk } from '../../tests/faults/oracle.ts'

/** What a desk's own log in its data folder holds, by an eye that shares no code with the program. */
export interface DayOnDisk {
  readonly dossiers: number
  readonly codes: readonly string[]
  readonly acts: number
  readonly brokenLines: number
  readonly subjects: readonly string[]
  readonly subjectsByCode: ReadonlyMap<string, string>
  readonly namesBySubject: ReadonlyMap<string, readonly string[]>
}

export function readDay(dataFolder: string): DayOnDisk {
  const onDisk = readJournalOnDisk(dataFolder, deviceOf(dataFolder))
  const subjects = onDisk.subjects.filter(subject => subject.startsWith('dossier:'))
  return {
    dossiers: subjects.length,
    codes: onDisk.codes,
    acts: [...onDisk.namesByDevice.values()].reduce((sum, names) => sum + names.length, 0),
    brokenLines: onDisk.brokenLines,
    subjects,
    subjectsByCode: onDisk.subjectsByCode,
    namesBySubject: onDisk.namesBySubject,
  }
}

/** How many of these people, whose cards were read, no act holds exactly as their card says. */
export function countMisread(dataFolder: string, people: readonly Person[]): number {
  const folder = join(dataFolder, 'journal', deviceOf(dataFolder))
  const days = existsSync(folder) ? readdirSync(folder).filter(file => file.endsWith('.ndjson')) : []
  const bodies = days.flatMap(day => readFileSync(join(folder, day), 'utf8').split('\n').slice(0, -1))
    .map(line => JSON.parse(line.split('\t')[1] ?? '{}') as { readonly applicant?: Partial<Person> })
  const kept = new Set(bodies.flatMap(({ applicant }) => applicant === undefined ? [] : [asRead(applicant)]))
  return people.filter(person => !kept.has(asRead(person))).length
}

function asRead({ name, personalNumber, bornOn, sex, address }: Partial<Person>): string {
  return JSON.stringify([name, personalNumber, bornOn, sex, address])
}

function deviceOf(dataFolder: string): string {
  return readFileSync(join(dataFolder, 'keys', 'device'), 'utf8').trim()
}
