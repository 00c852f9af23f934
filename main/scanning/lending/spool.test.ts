import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { page } from './lending.fixture.ts'
import { openSpool, type Spool } from './spool.ts'

const RUN = 'a'.repeat(32)
const HEAD = { run: RUN, device: 'pc-one', desk: 'Quầy 1', batch: 'b', at: '2026-11-25T02:00:00.000Z' }

async function sidesOf(spool: Spool): Promise<readonly string[]> {
  const texts: string[] = []
  for (let side = await spool.after(RUN, 0); side !== undefined; side = await spool.after(RUN, side.n)) {
    texts.push(`${String(side.n)} ${Buffer.from(side.bytes).toString()}`)
  }
  return texts
}

async function open(): Promise<{ spool: Spool; root: string }> {
  const root = mkdtempSync(join(tmpdir(), 'spool-'))
  const spool = await openSpool(root)
  await spool.begin(HEAD)
  for (const text of ['a\nb', '', 'c']) await spool.keep(RUN, page(text))
  return { spool, root }
}

test('what was kept is there after a start, with the next number and its end', async () => {
  const { spool, root } = await open()
  await spool.forget(RUN, 3)
  const again = await openSpool(root)
  expect([again.runs(), again.endOf(RUN), await sidesOf(again)]).toEqual([[HEAD], undefined, ['3 c']])
  expect(await again.keep(RUN, page('d'))).toBe(4)
  await again.end(RUN, { reason: 'stack-empty' })
  await again.forget(RUN, 4)
  const last = await openSpool(root)
  expect([last.endOf(RUN), await sidesOf(last)]).toEqual([{ reason: 'stack-empty' }, []])
  await last.drop(RUN)
  expect(readdirSync(join(root, 'lent'))).toEqual([])
})

test('half a side, a run without its head and what is no run are not believed', async () => {
  const { root } = await open()
  writeFileSync(join(root, 'lent', RUN, '000004.part'), 'half')
  mkdirSync(join(root, 'lent', 'b'.repeat(32)))
  writeFileSync(join(root, 'lent', 'settings.json'), '{}')
  mkdirSync(join(root, 'lent', '..evil'))
  const spool = await openSpool(root)
  expect([spool.runs().length, await sidesOf(spool)]).toEqual([1, ['1 a\nb', '2 ', '3 c']])
})

test('a side whose first line is gone is a bug that is told, not a page', async () => {
  const { spool, root } = await open()
  writeFileSync(join(root, 'lent', RUN, '000001'), 'no line')
  appendFileSync(join(root, 'lent', RUN, '000001'), 'x')
  await expect(spool.after(RUN, 0)).rejects.toThrow('first line')
})
