import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { sweepParts } from './sweep-parts.ts'

const NOW = Date.parse('2026-11-25T05:00:00.000Z')
const HOUR = 3_600_000

test('what a power cut left half written goes after a day; whole files, fresh ones and those of the journal stay', async () => {
  const root = await mkdtemp(join(tmpdir(), 'parts-'))
  onTestFinished(() => rm(root, { recursive: true }))
  const put = async (name: string, hoursAgo: number): Promise<void> => {
    await mkdir(dirname(join(root, name)), { recursive: true })
    await writeFile(join(root, name), 'half')
    await utimes(join(root, name), new Date(NOW), new Date(NOW - hoursAgo * HOUR))
  }
  const gone = ['pages/ab/abc.1.part', 'texts/cd/cd.json.part', 'scans/20261125T020000-0000/0001-front.raw.part', 'lent/0a/000001.part']
  const left = ['pages/ab/abc', 'previews/ab/abc.webp.part', 'journal/pc/witness.part']
  for (const name of gone) await put(name, 25)
  await put('pages/ab/abc', 99)
  await put('previews/ab/abc.webp.part', 23)
  await put('journal/pc/witness.part', 99)
  expect(await sweepParts(root, () => NOW)).toBe(gone.length)
  const files = (await readdir(root, { recursive: true, withFileTypes: true })).filter(entry => entry.isFile())
  expect(files.map(({ parentPath, name }) => join(parentPath, name).slice(root.length + 1)).sort()).toEqual(left.toSorted())
  expect(await sweepParts(join(root, 'nowhere'), () => NOW)).toBe(0)
})
