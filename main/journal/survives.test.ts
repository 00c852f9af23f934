import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { by, counting, DEVICE, note, openAt } from '../../tests/builders/journal-world.ts'

/** A folder with a journal of five saved acts, closed in order; its second copy in `copy` when asked for. */
async function closedJournal(withCopy: boolean): Promise<string> {
  const world = mkdtempSync(join(tmpdir(), 'survives-'))
  mkdirSync(join(world, 'copy'))
  const journal = await openAt(join(world, 'data'), withCopy ? { secondCopy: join(world, 'copy') } : {})
  for (const dossier of ['d1', 'd2', 'd1', 'd3', 'd1']) await journal.append([note(dossier)], by)
  await journal.close()
  return world
}

function logFile(world: string): string {
  const folder = join(world, 'data', 'journal', DEVICE)
  return join(folder, readdirSync(folder)[0] ?? '')
}

/** As a crash leaves it: no witness was written after the last act. */
function forgetWitnesses(world: string): void {
  for (const name of readdirSync(join(world, 'data'))) if (name !== 'journal') rmSync(join(world, 'data', name), { recursive: true })
}

test('J3 a tail torn at any byte is moved aside and reported, and what stands before it is whole', async () => {
  const world = await closedJournal(false)
  const sound = readFileSync(logFile(world))
  const beforeLast = sound.lastIndexOf('\n', sound.length - 2) + 1
  const step = Math.ceil((sound.length - beforeLast) / 24)
  const cuts = [beforeLast + 1, ...Array.from({ length: 23 }, (_, i) => beforeLast + (i + 1) * step), sound.length - 1]
  for (const cut of cuts.filter(at => at < sound.length)) {
    const torn = mkdtempSync(join(tmpdir(), 'torn-'))
    cpSync(world, torn, { recursive: true })
    forgetWitnesses(torn)
    writeFileSync(logFile(torn), sound.subarray(0, cut))
    const journal = await openAt(join(torn, 'data'))
    const { tornLines, readOnly, actCount } = journal.state()
    expect({ cut, tornLines, readOnly, actCount }).toEqual({ cut, tornLines: 1, readOnly: null, actCount: 4 })
    expect(readdirSync(join(torn, 'data', 'torn'))).toHaveLength(1)
    expect((await journal.append([note('d9')], by)).ok).toBe(true)
    await journal.close()
    rmSync(torn, { recursive: true })
  }
  rmSync(world, { recursive: true })
})

test('J3 damage in the middle is named, never cut, and nothing is added behind it', async () => {
  const world = await closedJournal(false)
  const hurt = readFileSync(logFile(world), 'utf8').split('\n').map((line, at) => (at === 2 ? line.replace('"text":"x"', '"text":"y"') : line)).join('\n')
  writeFileSync(logFile(world), hurt)
  rmSync(join(world, 'data', 'checkpoint.json'))
  const journal = await openAt(join(world, 'data'))
  const { readOnly, verification } = await journal.verified()
  expect({ readOnly, state: verification.state }).toEqual({ readOnly: { device: DEVICE, seq: 3, reason: 'damaged' }, state: 'damaged' })
  const answer = await journal.append([note('d9')], by)
  expect(answer.ok ? 'saved' : answer.problem.code).toBe('journal/read-only')
  await journal.close()
  expect(readFileSync(logFile(world), 'utf8')).toBe(hurt)
  rmSync(world, { recursive: true })
})

test('J3 damage, missing and swapped lines are healed line by line from the second copy', async () => {
  const world = await closedJournal(true)
  const sound = readFileSync(logFile(world), 'utf8')
  const lines = sound.split('\n').slice(0, -1)
  const hurts: readonly (readonly string[])[] = [
    lines.map((line, at) => (at === 2 ? line.replace('"kind"', '"kinb"') : line)),
    lines.toSpliced(1, 1),
    [lines[1] ?? '', lines[0] ?? '', ...lines.slice(2)],
    lines.slice(0, 3),
  ]
  for (const hurt of hurts) {
    writeFileSync(logFile(world), hurt.map(line => `${line}\n`).join(''))
    const journal = await openAt(join(world, 'data'), { secondCopy: join(world, 'copy') })
    const { readOnly, healedLines } = await journal.verified()
    await journal.close()
    expect({ readOnly, isHealed: healedLines > 0, isAsBefore: readFileSync(logFile(world), 'utf8') === sound })
      .toEqual({ readOnly: null, isHealed: true, isAsBefore: true })
  }
  rmSync(world, { recursive: true })
})

test('J6 everything but the journal can be deleted, and the folds say the same', async () => {
  const world = await closedJournal(false)
  const root = join(world, 'data')
  for (const name of readdirSync(root)) if (name !== 'journal') rmSync(join(root, name), { recursive: true })
  const journal = await openAt(root)
  expect({ count: journal.fold(counting), acts: (await journal.actsOf('dossier:d1')).length, readOnly: journal.state().readOnly })
    .toEqual({ count: 5, acts: 3, readOnly: null })
  await journal.close()
  rmSync(world, { recursive: true })
})

test('J6 a damaged checkpoint is not believed', async () => {
  const world = await closedJournal(false)
  writeFileSync(join(world, 'data', 'checkpoint.json'), '{"v":1,"logs":{}')
  const journal = await openAt(join(world, 'data'))
  expect(journal.fold(counting)).toBe(5)
  await journal.close()
  rmSync(world, { recursive: true })
})

test('a later version’s line at the end is not torn, not touched, and said', async () => {
  const world = await closedJournal(false)
  forgetWitnesses(world)
  const later = readFileSync(logFile(world), 'utf8').split('\n').map((line, at) => (at === 4 ? line.replace('"v":1', '"v":2') : line)).join('\n')
  writeFileSync(logFile(world), later)
  const journal = await openAt(join(world, 'data'))
  await journal.verified()
  expect(journal.problems().map(({ code }) => code)).toContain('journal/newer-version')
  await journal.close()
  expect(readFileSync(logFile(world), 'utf8')).toBe(later)
  rmSync(world, { recursive: true })
})
