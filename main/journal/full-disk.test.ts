import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { by, counting, DEVICE, note, openAt } from '../../tests/builders/journal-world.ts'
import { readJournalOnDisk } from '../../tests/faults/oracle.ts'
import { mountSmallDisk, type SmallDisk } from '../../tests/faults/small-disk.ts'
import type { Journal } from './journal.ts'
import { reserveIn } from './reserve.ts'

/** More than the reserve leaves free before it is made. */
const MEGABYTES = 120
const LARGE = 'x'.repeat(256 * 1024)

/** Undefined where nobody may mount a disk, as in most containers. */
function smallDisk(): SmallDisk | undefined {
  try {
    return mountSmallDisk(MEGABYTES)
  } catch (error) {
    if (error instanceof Error) return undefined
    throw error
  }
}

/** Appends until the drive refuses; gives the names that were acknowledged, and what the refusal said. */
async function appendUntilRefused(journal: Journal): Promise<{ readonly names: readonly string[]; readonly code: string }> {
  const names: string[] = []
  for (;;) {
    const result = await journal.append([note('a', LARGE), note('b')], by)
    if (!result.ok) return { names, code: result.problem.code }
    names.push(...result.value.map(({ name }) => name))
  }
}

test('J7 on a full disk the reserve is used up first, a refused write leaves nothing, and with room again the log goes on', async ({ skip, onTestFinished }) => {
  const disk = smallDisk()
  if (disk === undefined) return skip('no disk can be mounted here')
  onTestFinished(disk.unmount)
  const root = join(disk.folder, 'data')
  const reserve = join(root, 'reserve.bin')
  const journal = await openAt(root)
  await journal.verified()
  await reserveIn(root).ensure()
  expect(existsSync(reserve)).toBe(true)
  disk.fill(0)
  const { names, code } = await appendUntilRefused(journal)
  expect({ code, isReserveThere: existsSync(reserve), fromReserve: names.length > 0 })
    .toEqual({ code: 'journal/disk-full', isReserveThere: false, fromReserve: true })
  expect({ counted: journal.fold(counting), readOnly: journal.state().readOnly }).toEqual({ counted: names.length, readOnly: null })
  expect(readJournalOnDisk(root)).toMatchObject({ brokenLines: 0, namesByDevice: new Map([[DEVICE, names]]) })
  disk.empty()
  const later = await journal.append([note('c')], by)
  await journal.close()
  const again = await openAt(root)
  const { readOnly, actCount, tornLines } = await again.verified()
  await again.close()
  expect({ ok: later.ok, readOnly, actCount, tornLines }).toEqual({ ok: true, readOnly: null, actCount: names.length + 1, tornLines: 0 })
})

test('J7 what a refused write left behind and cannot be taken back closes the log to more', async () => {
  const root = mkdtempSync(join(tmpdir(), 'full-'))
  // A folder in the reserve's place, so that there is no room to give back.
  mkdirSync(join(root, 'reserve.bin'))
  const journal = await openAt(root)
  await journal.verified()
  // Linux's file that is always full; it cannot be cut either.
  symlinkSync('/dev/full', join(root, 'journal', DEVICE, '2026-11-25.ndjson'))
  expect(await journal.append([note('a')], by)).toMatchObject({ ok: false, problem: { code: 'journal/disk-full' } })
  expect(journal.fold(counting)).toBe(0)
  expect(await journal.append([note('a')], by)).toMatchObject({ ok: false, problem: { code: 'journal/read-only', reason: 'write-failed' } })
  await journal.close()
  rmSync(root, { recursive: true })
})
