import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { by, counting, DEVICE, note, openAt } from '../../tests/builders/journal-world.ts'

const NAME = '2026-11-25.ndjson'

/** A world where one act was saved and its witnesses written, and then an append of two acts was on its way. */
async function world(): Promise<{ readonly root: string; readonly file: string; readonly sound: Buffer; readonly acknowledged: number }> {
  const root = mkdtempSync(join(tmpdir(), 'torn-'))
  const file = join(root, 'journal', DEVICE, NAME)
  const journal = await openAt(root)
  await journal.append([note('a')], by)
  await journal.close()
  const acknowledged = readFileSync(file).length
  const kept = mkdtempSync(join(tmpdir(), 'torn-kept-'))
  cpSync(join(root, 'heads.json'), join(kept, 'heads.json'))
  cpSync(join(root, 'checkpoint.json'), join(kept, 'checkpoint.json'))
  const next = await openAt(root)
  await next.append([note('b', 'một'), note('b', 'hai')], by)
  await next.close()
  for (const witness of ['heads.json', 'checkpoint.json']) cpSync(join(kept, witness), join(root, witness))
  return { root, file, sound: readFileSync(file), acknowledged }
}

test('J3 a write torn at any byte is moved aside whole, and the log goes on', async () => {
  const { root, file, sound, acknowledged } = await world()
  // Every seventeenth byte and the ends: each start costs real flushes.
  const cuts = Array.from({ length: sound.length - acknowledged }, (_, at) => acknowledged + at)
    .filter((cut, at) => at % 17 === 0 || at < 3 || cut > sound.length - 4 || sound[cut - 1] === 10 || sound[cut] === 10)
  const witnesses = ['heads.json', 'checkpoint.json'].map(name => [name, readFileSync(join(root, name))] as const)
  for (const cut of cuts) {
    for (const [name, bytes] of witnesses) writeFileSync(join(root, name), bytes)
    rmSync(join(root, 'torn'), { recursive: true, force: true })
    writeFileSync(file, sound.subarray(0, cut))
    const journal = await openAt(root)
    const { tornLines, readOnly } = journal.state()
    const aside = tornLines === 0 ? '' : readFileSync(join(root, 'torn', readdirSync(join(root, 'torn'))[0] ?? ''))
    expect({ cut, readOnly, count: journal.fold(counting), aside: aside.length, left: readFileSync(file).length })
      .toEqual({ cut, readOnly: null, count: 1, aside: cut - acknowledged, left: acknowledged })
    expect((await journal.append([note('c')], by)).ok).toBe(true)
    await journal.close()
  }
})

test('J3 garbage, a repeated line and a line of zeros at the end are moved aside', async () => {
  const { root, file, sound } = await world()
  for (const tail of [Buffer.from('{"v":1\n'), Buffer.alloc(4096), sound.subarray(0, sound.indexOf(10) + 1), Buffer.from([0xff, 0xfe, 10])]) {
    writeFileSync(file, Buffer.concat([sound, tail]))
    const journal = await openAt(root)
    expect(journal.state()).toMatchObject({ tornLines: 1, readOnly: null, actCount: 3 })
    expect(readFileSync(file).equals(sound)).toBe(true)
    await journal.close()
  }
})

test('J3 an acknowledged tail that is gone is noticed, never written over, and comes back from the second copy', async () => {
  const root = mkdtempSync(join(tmpdir(), 'torn-'))
  const copy = join(root, 'usb')
  mkdirSync(copy)
  const file = join(root, 'journal', DEVICE, NAME)
  const journal = await openAt(root, { secondCopy: copy })
  for (const dossier of ['a', 'b', 'c']) await journal.append([note(dossier)], by)
  await journal.close()
  const sound = readFileSync(file)
  writeFileSync(file, sound.subarray(0, sound.lastIndexOf(10, sound.length - 2) + 1))
  const alone = await openAt(root)
  expect(alone.state().readOnly).toEqual({ device: DEVICE, seq: 3, reason: 'missing-lines' })
  expect(await alone.append([note('d')], by)).toMatchObject({ ok: false, problem: { code: 'journal/read-only', seq: 3 } })
  await alone.close()
  const withCopy = await openAt(root, { secondCopy: copy })
  expect(withCopy.state()).toMatchObject({ readOnly: null, healedLines: 1, actCount: 3 })
  expect(readFileSync(file).equals(sound)).toBe(true)
  await withCopy.close()
})

test('J3 damage before the tail is never cut: read-only from there, what reads stays readable', async () => {
  const root = mkdtempSync(join(tmpdir(), 'torn-'))
  const file = join(root, 'journal', DEVICE, NAME)
  const journal = await openAt(root)
  for (const dossier of ['a', 'b', 'c']) await journal.append([note(dossier, 'sound')], by)
  await journal.close()
  const hurt = readFileSync(file, 'utf8').replace('"text":"sound"', '"text":"sOund"')
  writeFileSync(file, hurt)
  const again = await openAt(root)
  await again.verified()
  expect(again.state()).toMatchObject({ readOnly: { device: DEVICE, seq: 1, reason: 'damaged' }, verification: { state: 'damaged' }, tornLines: 0 })
  expect((await again.actsOf('dossier:c')).length).toBe(1)
  expect(readFileSync(file, 'utf8')).toBe(hurt)
  await again.close()
  const atOnce = await openAt(root)
  expect(atOnce.state().readOnly).toMatchObject({ seq: 1 })
  await atOnce.close()
})
