import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { toBuffer } from 'qrcode'
import sharp from 'sharp'
import { expect, onTestFinished, test } from 'vitest'
import { failure, success } from '../../../shared/base/result.ts'
import { fold } from '../../../shared/dossiers/fold.ts'
import { pagesNamedBy } from '../../../shared/dossiers/pages-of.ts'
import { receive } from '../../../shared/dossiers/receive.ts'
import { applySafekeeping, NO_SAFEKEEPING } from '../../../shared/sync/safekeeping.ts'
import { momentOf } from '../../../tests/builders/moment.ts'
import { pretendDevice } from '../../../tests/builders/stamp.ts'
import { openPageStore } from '../../pages/page-store.ts'
import { openReadingRoom, type ReadingTools } from './reading-room.ts'

const SIDE = '20261125T020000-ab12-0001-front'

function written(text: string): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="160"><rect width="100%" height="100%" fill="white"/>
    <text x="60" y="90" font-family="Liberation Serif, DejaVu Serif, serif" font-size="36">${text}</text></svg>`
  return sharp(Buffer.from(svg)).greyscale().png().toBuffer()
}

/** A PC with a page in the tray, and a dossier that names a paper and the image of an ID card. */
async function openPc(own: Partial<ReadingTools> = {}) {
  const root = await mkdtemp(join(tmpdir(), 'reading-'))
  const store = await openPageStore(root)
  const [tray, paper, card] = [await written('ĐƠN XIN XÁC NHẬN'), await written('Giấy khai sinh'), await written('CĂN CƯỚC')]
  const [trayPage, paperPage] = [await store.keep(tray), await store.keep(paper)]
  const cardPage = { ...await store.keep(card), sensitive: true as const }
  const here = { originals: 1, copies: 0, received: true }
  const received = receive({
    procedure: '1.000001', caseId: 'default', channel: 'direct', collectAt: 'counter', setCount: 1, applicant: { name: 'Trần Thị Ẩm' },
    papers: [{ id: 'p1', ...here, pages: [paperPage] }, { id: 'p2', ...here, pages: [cardPage] }],
  }, momentOf())
  if (!received.ok) throw new Error(received.problem.code)
  const acts = pretendDevice('pc-0123456789ab').write(received.value, '2026-11-25T02:00:00.000Z')
  const rules = { isGenuine: () => false, pagesIn: pagesNamedBy }
  const safekeeping = acts.reduce((state, act) => applySafekeeping(state, act, rules), NO_SAFEKEEPING)
  const side = join(root, 'side.png')
  await writeFile(side, await toBuffer('092085000123|362145678|Nguyễn Văn Ẩm|07031985|Nam|Cần Thơ|10052021', { width: 300 }))
  const heading = Promise.withResolvers<readonly [string, string]>()
  const room = openReadingRoom({
    root, store, safekeeping: () => safekeeping, dossierOf: () => Promise.resolve(fold(acts)), trayPages: () => [trayPage.sha256],
    journal: { subjectsAfter: () => Promise.resolve({ subjects: [], position: {}, done: true, readCount: 0, totalCount: 0 }) },
    sideOf: id => id === SIDE ? { path: side, dpi: 200 } : undefined,
    onHeading: (sha256, words) => { heading.resolve([sha256, words]) },
    maySee: () => success(null), isIdle: () => true, lookMs: 100, report: error => { throw error }, ...own,
  })
  onTestFinished(async () => {
    await room.stop()
    await rm(root, { recursive: true })
  })
  return { room, trayPage, heading: heading.promise }
}

test('U5 while nobody is at the PC papers are read and found, headings told, and images of ID cards left alone', async () => {
  const { room: { api }, trayPage, heading } = await openPc()
  const [sha256, words] = await heading
  expect([sha256, words.toUpperCase()]).toEqual([trayPage.sha256, 'ĐƠN XIN XÁC NHẬN'])
  const found = [{ applicantName: 'Trần Thị Ẩm', paperName: 'Tờ khai', page: 1 }]
  await expect.poll(() => api.searchTexts('khai sinh'), { timeout: 60_000 }).toMatchObject(found)
  expect(await api.searchTexts('căn cước')).toEqual([])
}, 120_000)

test('a card is proposed from the side as it came; what is not there, or nobody may see, is told', async () => {
  const { room: { api } } = await openPc({ isIdle: () => false })
  expect(await api.readCard({ kind: 'tray', id: SIDE })).toMatchObject({ ok: true, value: { card: { personalNumber: '092085000123' } } })
  expect(await api.readCard({ kind: 'tray', id: `${SIDE}-gone` })).toEqual(failure({ code: 'tray/page-gone' }))
  expect(await api.readCard({ kind: 'page', sha256: '0'.repeat(64) })).toEqual(failure({ code: 'tray/page-gone' }))
  const { room: { api: locked } } = await openPc({ isIdle: () => false, maySee: () => failure({ code: 'session/nobody' }) })
  expect(await locked.readCard({ kind: 'tray', id: SIDE })).toEqual(failure({ code: 'session/nobody' }))
  expect(await locked.searchTexts('khai')).toEqual([])
}, 120_000)
