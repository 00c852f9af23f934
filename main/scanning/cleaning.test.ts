import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { success } from '../../shared/base/result.ts'
import { openPageStore } from '../pages/page-store.ts'
import { openBatches } from './batches.ts'
import { openCleaning } from './cleaning.ts'
import { openKnownDossiers } from './known-dossiers.ts'
import { openTray } from './tray.ts'

let root: string
beforeEach(async () => { root = await mkdtemp(join(tmpdir(), 'cleaning-')) })
afterEach(() => rm(root, { recursive: true }))

const CARD = '092085000123|362145678|Nguyễn Văn Ẩm|07031985|Nam|Cần Thơ|10052021|Trần Thị Mẹ'

test('U5 a page with a card’s code is marked, and what the code says is kept nowhere', async () => {
  const batches = await openBatches({ root, now: () => Date.parse('2026-11-25T02:00:00.000Z'), randomBytes })
  const tray = openTray({
    batches, known: openKnownDossiers(() => Promise.resolve([])), unit: () => '31120', isRunning: () => false, onChanged: () => undefined,
    covers: { seen: () => undefined, waitingAt: () => [] },
  })
  const clean = {
    pdf: Buffer.from('%PDF-1.4'), preview: Buffer.from('x'), coding: 'colour' as const, isBlank: false, isFaint: false, skew: 0,
    width: 210, height: 297, codes: [CARD, 'https://example.vn'],
  }
  const cleaning = openCleaning({
    tray, batches, pages: await openPageStore(root), pipeline: { clean: () => Promise.resolve(success(clean)) },
    previews: { put: () => Promise.resolve() }, report: error => { throw error },
  })
  const batch = await tray.begin('Máy quét', null)
  const { id } = await tray.keepSide(batch, { bytes: Buffer.from('side'), dpi: 200, side: 'front', isPhoto: false }, { sheet: 1, scanner: 'Máy quét' })
  cleaning.wake()
  await cleaning.settled([id])
  await cleaning.stop()
  await batches.close()
  expect(tray.side(id)?.cleaned).toMatchObject({ page: { sensitive: true }, codes: ['https://example.vn'] })
  expect(await readFile(join(root, 'scans', batch, 'manifest'), 'utf8')).not.toContain('092085000123')
})
