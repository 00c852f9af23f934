import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { success } from '../../shared/base/result.ts'
import { openPageStore } from '../pages/page-store.ts'
import { openBatches } from './batches.ts'
import { openCleaning } from './cleaning.ts'
import { openKnownDossiers } from './known-dossiers.ts'
import { openPipeline } from './pipeline/open-pipeline.ts'
import type { Pipeline } from './pipeline/pipeline.ts'
import { openDecisions } from './tray-decisions.ts'
import { openTray } from './tray.ts'

let root: string
beforeEach(async () => { root = await mkdtemp(join(tmpdir(), 'cleaning-')) })
afterEach(() => rm(root, { recursive: true }))

const CARD = '092085000123|362145678|Nguyễn Văn Ẩm|07031985|Nam|Cần Thơ|10052021|Trần Thị Mẹ'

/** A process that never answers the first side it is given, and every later one. */
async function silentOnce(): Promise<URL> {
  const path = join(root, 'silent-once.mjs')
  await writeFile(path, `
    import { existsSync, writeFileSync } from 'node:fs'
    process.on('message', () => {
      const isFirst = !existsSync(${JSON.stringify(join(root, 'was-silent'))})
      if (isFirst) writeFileSync(${JSON.stringify(join(root, 'was-silent'))}, '')
      if (isFirst) for (;;);
      const value = { pdf: Buffer.from('%PDF-1.4'), preview: Buffer.from('x'), coding: 'colour', isBlank: false, isFaint: false, skew: 0, width: 210, height: 297, codes: [] }
      process.send({ kind: 'cleaned', result: { ok: true, value } })
    })
    process.send({ kind: 'ready' })`)
  return pathToFileURL(path)
}

async function openTrayWith(pipeline: Pick<Pipeline, 'clean'>) {
  const batches = await openBatches({ root, now: () => Date.parse('2026-11-25T02:00:00.000Z'), randomBytes })
  const tray = openTray({
    batches, known: openKnownDossiers(() => Promise.resolve([])), unit: () => '31120', isRunning: () => false, onChanged: () => undefined,
    covers: { seen: () => undefined, waitingAt: () => [] },
  })
  const cleaning = openCleaning({
    tray, batches, pages: await openPageStore(root), pipeline, previews: { put: () => Promise.resolve() }, report: error => { throw error },
  })
  const batch = await tray.begin('Máy quét', null)
  const raw = { bytes: Buffer.from('side'), dpi: 200, side: 'front', isPhoto: false } as const
  return { batches, tray, cleaning, batch, came: await tray.keepSide(batch, raw, { sheet: 1, scanner: 'Máy quét' }) }
}

test('U5 a page with a card’s code is marked, and what the code says is kept nowhere', async () => {
  const clean = {
    pdf: Buffer.from('%PDF-1.4'), preview: Buffer.from('x'), coding: 'colour' as const, isBlank: false, isFaint: false, skew: 0,
    width: 210, height: 297, codes: [CARD, 'https://example.vn'],
  }
  const { batches, tray, cleaning, batch, came: { id } } = await openTrayWith({ clean: () => Promise.resolve(success(clean)) })
  cleaning.wake()
  await cleaning.settled([id])
  await cleaning.stop()
  await batches.close()
  expect(tray.side(id)?.cleaned).toMatchObject({ page: { sensitive: true }, codes: ['https://example.vn'] })
  expect(await readFile(join(root, 'scans', batch, 'manifest'), 'utf8')).not.toContain('092085000123')
})

test('a side whose process never answers is told, its original stays, and another try makes a page of it', async () => {
  const pipeline = openPipeline({ script: await silentOnce(), silentMs: 2000 })
  const { batches, tray, cleaning, came } = await openTrayWith(pipeline)
  const decisions = openDecisions(tray, cleaning.wake)
  cleaning.wake()
  await cleaning.settled([came.id])
  expect(tray.side(came.id)).toMatchObject({ cleaned: null, broken: { problem: { code: 'picture/not-cleaned' } } })
  expect(await batches.isWhole(came)).toBe(true)
  expect(await decisions.cleanAgain([came.id])).toEqual(success(null))
  await cleaning.settled([came.id])
  expect(tray.side(came.id)).toMatchObject({ broken: null, cleaned: { width: 210 } })
  await cleaning.stop()
  await pipeline.close()
  await batches.close()
})
