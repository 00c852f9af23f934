import { appendFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openLineFiles } from './line-files.ts'
import type { LogHead } from './record.ts'

let root: string
beforeEach(async () => { root = await mkdtemp(join(tmpdir(), 'record-')) })
afterEach(() => rm(root, { recursive: true }))

const START: LogHead = { seq: 0, name: '0'.repeat(64) }
const headAt = (seq: number): LogHead => ({ seq, name: String(seq).padStart(64, 'a') })
const file = () => join(root, 'logs', 'pc-one.ndjson')

async function fill(batches: number): Promise<void> {
  const record = await openLineFiles(root)
  for (let seq = 1; seq <= batches; seq += 1) {
    const after = seq === 1 ? START : headAt(seq - 1)
    await record.append('pc-one', after, { lines: [`line ${String(seq)}`], head: headAt(seq), pushedBy: 'pc-one', signature: 's', receivedAt: 'now' })
  }
  await record.close()
}

test('a batch whose write was cut anywhere was never answered: it goes, and all before it stays', async () => {
  await fill(3)
  const whole = await readFile(file())
  const second = whole.indexOf('\n#', whole.indexOf('\n#') + 1) + 1
  for (let at = second; at < whole.length; at += 1) {
    await writeFile(file(), whole.subarray(0, at))
    const record = await openLineFiles(root)
    expect([at, (await record.heads(['pc-one']))['pc-one']?.seq]).toEqual([at, 2])
    await record.close()
  }
})

test('damage with anything behind it is never cut: the log answers nothing, the others go on', async () => {
  await fill(5)
  const hurt = (await readFile(file(), 'utf8')).replace('#{"count":1,"head":{"seq":2', '#{"count":1,"hexd":{"seq":2')
  await writeFile(file(), hurt.replace('"hexd"', '#'))
  const before = await readFile(file())
  const record = await openLineFiles(root)
  await expect(record.read('pc-one', 0, 1e6)).rejects.toThrow('damaged')
  await record.append('pc-two', START, { lines: ['x'], head: headAt(1), pushedBy: 'pc-two', signature: 's', receivedAt: 'now' })
  expect(await record.logs()).toEqual(['pc-two'])
  expect(await readFile(file())).toEqual(before)
  await record.close()
})

test('of two who append after the same head the second is told where the log stands', async () => {
  const record = await openLineFiles(root)
  const batch = { lines: ['x'], head: headAt(1), pushedBy: 'pc-one', signature: 's', receivedAt: 'now' }
  const answers = await Promise.all([record.append('pc-one', START, batch), record.append('pc-one', START, { ...batch, head: { ...headAt(1), name: 'b'.repeat(64) } })])
  expect(answers).toEqual([{ ok: true, value: headAt(1) }, { ok: false, problem: { code: 'record/moved', head: headAt(1) } }])
  await record.close()
})

test('quarantined lines are kept once, also behind a torn entry', async () => {
  const kept = { id: 'q-1', device: 'pc-one', pushedBy: 'pc-two', reason: 'sync/fork', lines: ['x'], receivedAt: 'now' }
  const record = await openLineFiles(root)
  await record.quarantine(kept)
  await appendFile(join(root, 'quarantine', (await readdir(join(root, 'quarantine')))[0] ?? ''), '\n{"id":"q-2","dev')
  await record.quarantine({ ...kept, id: 'q-3' })
  expect((await Array.fromAsync(record.quarantined())).map(({ id }) => id)).toEqual(['q-1', 'q-3'])
  await record.close()
})
