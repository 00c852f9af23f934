import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { certify } from '../../shared/certification/certify.ts'
import type { Certification } from '../../shared/certification/certification.ts'
import { bookedOf, type BookedDossier, type BookedProcedure } from '../../shared/dossiers/booked-dossier.ts'
import type { DossierState } from '../../shared/dossiers/dossier.ts'
import { dossierRegister } from '../../shared/registers/dossier-register.ts'
import { readRegister, totalsOf } from '../../shared/registers/register.ts'
import { lifeOf } from '../../shared/reports/life-of.ts'
import { certifyingDesk, toCertify } from '../../tests/builders/certifying-desk.ts'
import { lifeFor, lifeIn, WAYS } from '../../tests/builders/dossier-life.ts'
import { clerkAn } from '../../tests/builders/moment.ts'
import { sha256 } from '../journal/sha256.ts'
import { keptDossier, keptOf, type KeptDossiers } from './kept-dossier.ts'
import { readSnapshot, writeSnapshot, type Snapshot, type ToKeep } from './snapshot.ts'

let root: string
beforeEach(async () => { root = await mkdtemp(join(tmpdir(), 'snapshot-')) })
afterEach(() => rm(root, { recursive: true }))

const path = (): string => join(root, 'books.json')

const STATES = [...Object.keys(WAYS), 'refused', 'guided'] as readonly DossierState[]

/** Dossiers in every state, and linked, paid and voided ones. */
function someDossiers(): readonly BookedDossier[] {
  const lives = [
    ...STATES.map(state => lifeIn(state)),
    lifeFor('dossier/void-fee-receipt', 'resolved'), lifeFor('dossier/resolve-part', 'processing'), lifeFor('dossier/resolve-part', 'processing'),
  ]
  lives.at(-1)?.ask('dossier/void', { reason: 'Nhận nhầm' }, clerkAn)
  return lives.map((life, i) => ({ ...bookedOf(life.dossier()), subject: `dossier:${String(i)}` }))
}

function someVisit(): Certification {
  const desk = certifyingDesk()
  desk.ask(moment => certify(toCertify(), moment))
  const [visit] = desk.visits()
  if (visit === undefined) throw new Error('Nothing was certified')
  return { ...visit, acts: [] }
}

function toKeep(dossiers: readonly BookedDossier[]): ToKeep {
  const visit = someVisit()
  const places = new Map([['pc-one', { file: '2026-11-25.ndjson', offset: 900, length: 90, seq: 10, name: '0'.repeat(64) }]])
  return {
    places, files: [{ device: 'pc-one', file: '2026-11-25.ndjson' }], lineCount: 10, lifeOf,
    lines: new Map([...dossiers.map(({ subject }): [string, number[]] => [subject, [0, 90, 90]]), ['user:an', [0, 0, 90]], [visit.subject, [0, 180, 90]]]),
    procedures: [...new Set(dossiers.map(({ procedure }) => procedure))],
    dossiers: new Map(dossiers.map(dossier => [dossier.subject, dossier])), visits: new Map([[visit.subject, visit]]),
  }
}

async function read(build = 'a'): Promise<Snapshot> {
  const snapshot = await readSnapshot(root, build)
  if (snapshot === undefined) throw new Error('Not believed')
  return snapshot
}

test('what was kept of a dossier reads as the dossier does, in every state and every part of it', async () => {
  const dossiers = someDossiers()
  await writeSnapshot(root, 'a', toKeep(dossiers))
  const kept = await read()
  const parts = [...new Set(dossiers.flatMap(dossier => Object.keys(dossier)))] as (keyof BookedDossier)[]
  expect([kept.dossiers.size, parts]).toEqual([dossiers.length, expect.arrayContaining(['parts', 'results', 'ended', 'collection', 'reason'])])
  for (const dossier of dossiers) {
    const read = kept.dossiers.get(dossier.subject)
    for (const part of parts) expect([part, read?.[part]]).toEqual([part, dossier[part]])
  }
})

test('figures, lines, procedures and visits are as they were written', async () => {
  const dossiers = someDossiers()
  const written = toKeep(dossiers)
  await writeSnapshot(root, 'a', written)
  const { places, files, lineCount, lines, procedures, dossiers: kept, visits } = await read()
  expect({ places, files, lineCount, procedures }).toEqual({
    places: written.places, files: written.files, lineCount: written.lineCount, procedures: written.procedures,
  })
  expect([...lines.keys()]).toEqual(['user:an'])
  expect(dossiers.map(({ subject }) => keptOf(kept.get(subject))?.lines)).toEqual(dossiers.map(({ subject }) => written.lines.get(subject)))
  expect(dossiers.map(({ subject }) => keptOf(kept.get(subject))?.life)).toEqual(dossiers.map(lifeOf))
  expect(visits()).toEqual([...written.visits.values()].map(visit => ({ lines: written.lines.get(visit.subject), visit })))
})

test('J6 a dossier that was kept is kept again as it was, read or not, and one that changed as it is', async () => {
  const dossiers = someDossiers()
  await writeSnapshot(root, 'a', toKeep(dossiers))
  const first = await read()
  const [changed, lineless] = [{ ...dossiers[0] as BookedDossier, content: 'Khác' }, 'dossier:1']
  expect(first.dossiers.get('dossier:2')?.content).toBe(dossiers[2]?.content)
  const procedure = first.procedures.find(({ code }) => code === changed.procedure.code)
  const again = { ...toKeep([]), procedures: first.procedures, lineCount: 12, visits: new Map<string, Certification>() }
  await writeSnapshot(root, 'a', {
    ...again, lines: new Map([[changed.subject, [0, 90, 90, 0, 270, 90]], [lineless, [0, 90, 90, 0, 360, 90]]]),
    dossiers: new Map([...first.dossiers, [changed.subject, { ...changed, procedure: procedure as BookedProcedure }]]),
    lifeOf: dossier => keptOf(dossier)?.life ?? lifeOf(dossier),
  })
  const second = await read()
  const expected = [changed, ...dossiers.slice(1)]
  for (const dossier of expected) {
    const read = second.dossiers.get(dossier.subject)
    expect(Object.fromEntries(Object.keys(dossier).map(part => [part, read?.[part as keyof BookedDossier]]))).toEqual(dossier)
  }
  expect(expected.map(({ subject }) => keptOf(second.dossiers.get(subject))?.life)).toEqual(expected.map(lifeOf))
  expect(['dossier:0', lineless, 'dossier:2'].map(subject => keptOf(second.dossiers.get(subject))?.lines.length)).toEqual([6, 6, 3])
})

test('J6 a snapshot is not believed when any of its lines is changed, gone, doubled or of other books', async () => {
  const dossiers = someDossiers()
  await writeSnapshot(root, 'a', toKeep(dossiers.map(dossier => ({ ...dossier, content: 'Khác' }))))
  const others = linesOf(await readFile(path()))
  await writeSnapshot(root, 'a', toKeep(dossiers))
  const lines = linesOf(await readFile(path()))
  expect(lines).toHaveLength(others.length)
  for (const [i, line] of lines.entries()) {
    const [before, after] = [lines.slice(0, i), lines.slice(i + 1)]
    const flipped = Buffer.from(line)
    flipped[line.length >> 1] = (flipped[line.length >> 1] ?? 0) ^ 1
    const other = others[i] ?? line
    const damages = [[flipped], [line.subarray(0, line.length >> 1)], [], [line, line], ...(other.equals(line) ? [] : [[other]])]
    for (const damaged of damages) {
      await writeFile(path(), Buffer.concat([...before, ...damaged, ...after]))
      expect(await readSnapshot(root, 'a')).toBeUndefined()
    }
  }
})

test('J6 a snapshot of another build, another version or no snapshot at all is not believed, whatever its sum', async () => {
  await writeSnapshot(root, 'a', toKeep(someDossiers()))
  expect([await readSnapshot(root, 'b'), (await read()).lineCount]).toEqual([undefined, 10])
  for (const content of ['{"v":1,"build":"a","places":[],"files":[],"lines":[],"procedures":[],"dossiers":[],"visits":[]}\n', '{"v":3,"build":"a"}\n']) {
    await writeFile(path(), `${sha256(content)}\n${content}`)
    expect(await readSnapshot(root, 'a')).toBeUndefined()
  }
  await rm(path())
  expect(await readSnapshot(root, 'a')).toBeUndefined()
})

test('a month of form 07 reads the dossiers of that month, each once, and its sums none', () => {
  const [dossier] = someDossiers()
  const looked: number[] = []
  const unread = (): never => { throw new Error('Not asked for') }
  const among: KeptDossiers = {
    lines: unread, life: unread, bytes: unread,
    dossier: place => {
      looked.push(place)
      return dossier as BookedDossier
    },
  }
  const dossiers = ['2026-09-30', '2026-10-01', '2026-10-31', '2026-11-01'].map((day, place) =>
    keptDossier({ subject: `dossier:${String(place)}`, code: `H13.${String(place)}`, receivedAt: `${day}T02:00:00.000Z`, setCount: 2 }, place, among))
  const source = { dossiers, books: [], stocks: [], nameOf: (id: string) => id }
  const rows = readRegister(dossierRegister, source, { from: '2026-10-01', until: '2026-10-31' })
  expect([totalsOf(dossierRegister, readRegister(dossierRegister, source))?.[2], looked]).toEqual([8, []])
  expect(rows.map(({ cells }) => cells[0])).toEqual(['H13.1', 'H13.2'])
  expect(looked).toEqual([1, 2])
})

/** Each with its LF. */
function linesOf(bytes: Buffer): readonly Buffer[] {
  const lines: Buffer[] = []
  for (let from = 0; from < bytes.length;) {
    const end = bytes.indexOf(10, from) + 1
    lines.push(bytes.subarray(from, end))
    from = end
  }
  return lines
}
