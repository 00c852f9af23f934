import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeExport } from '../../main/pages/export-pages.ts'
import { openFetchBack } from '../../main/pages/fetch-back.ts'
import { openPageStore, type PageStore } from '../../main/pages/page-store.ts'
import { openPdfProcess } from '../../main/scanning/pdf/pdf-process.ts'
import { writePage } from '../../main/scanning/pdf/write-page.ts'
import { openPagesAtCity } from '../../main/sync/fetch-page.ts'
import { failure, success } from '../../shared/base/result.ts'
import type { Dossier } from '../../shared/dossiers/dossier.ts'
import type { PageOf } from '../../shared/papers/paper.ts'
import { frameHead } from '../../shared/sync/frames.ts'
import { DEFAULT_SETTINGS } from '../../shared/units/city-settings.ts'
import { admitPcs, roadTo, type AdmittedPcs } from '../builders/admitted-pcs.ts'
import { sampleOffice, sampleReceived } from '../builders/paper-samples.ts'
import { preflight } from '../builders/preflight.ts'
import type { PretendPc } from '../builders/pretend-pc.ts'

const pdf = openPdfProcess()
let folder: string
let world: AdmittedPcs
let store: PageStore
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'export-back-'))
  world = await admitPcs({ data: join(folder, 'city') }, ['31120', '31120'])
  store = await openPageStore(join(folder, 'pc'))
})
afterAll(async () => {
  await pdf.close()
  await world.city.kill()
  await rm(folder, { recursive: true })
})

/** A page like no other. */
const page = (seed: number): Uint8Array => writePage({
  widthMm: 210, heightMm: 297,
  layers: [{ kind: 'black-white', width: 400, height: 300, bits: new Uint8Array(50 * 300).fill(seed), box: { x: 0, y: 0, width: 210, height: 297 } }],
})

async function bringToCity(pc: PretendPc, sent: readonly { readonly page: PageOf, readonly bytes: Uint8Array }[]): Promise<void> {
  const road = roadTo(world.city.address, pc)
  const answer = await road.sendFrames((async function* () {
    for (const { page: { sha256, bytes: pageBytes }, bytes } of sent) {
      yield await Promise.resolve(Buffer.concat([frameHead({ sha256, offset: 0, pageBytes, pieceBytes: pageBytes }), bytes]))
    }
  })())
  road.close()
  expect(answer).toMatchObject({ ok: true, value: { pages: sent.map(() => ({ state: 'whole' })) } })
}

/** Exports at this PC, whose line goes to this address. */
function exportAt({ device, sign }: PretendPc, address: string, dossier: Dossier) {
  return makeExport({
    papers: {
      machine: {
        printers: () => Promise.resolve([]), pdf: () => Promise.reject(new Error('No paper of ours')), close: () => undefined,
        print: () => Promise.reject(new Error('Nothing is printed here')),
      },
      mayPrint: () => success(null), office: () => sampleOffice, device: () => ({ printer: null, paperSize: 'A5' }),
      now: () => '2026-11-20T03:45:00.000Z', systemName: 'Một Cửa', settings: () => DEFAULT_SETTINGS, fontFaces: () => Promise.resolve(''), pdfFolder: () => join(folder, 'papers'),
    },
    store, pdf, dossierOf: () => Promise.resolve(dossier), textOf: () => Promise.resolve(undefined),
    recordLook: () => Promise.reject(new Error('There is no card here')),
    fetchBack: openFetchBack({ store, fetch: openPagesAtCity({ city: () => ({ address }), device, sign, now: () => Date.now() }).fetch }),
    choosePlace: name => Promise.resolve(join(folder, 'out', name)),
  })({ subject: dossier.subject, paper: null, to: 'pdf', reason: 'Theo yêu cầu' })
}

test('pages dropped here, and those of another desk, come back from the city into the file; without a line there is none', async () => {
  const [here, there] = [world.pcs[0]?.pc, world.pcs[1]?.pc]
  if (here === undefined || there === undefined) throw new Error('Not admitted')
  const made = await Promise.all([1, 2, 3, 4].map(async seed => ({ bytes: page(seed), page: await store.keep(page(seed)) })))
  await bringToCity(here, made.slice(0, 2))
  await bringToCity(there, made.slice(2, 3))
  const [own, dropped, colleagues, unsent] = made.map(one => one.page)
  if (own === undefined || dropped === undefined || colleagues === undefined || unsent === undefined) throw new Error('Not made')
  for (const { sha256 } of [dropped, colleagues, unsent]) await store.drop(sha256)
  const dossierOf = (...pages: readonly PageOf[][]): Dossier => ({
    ...sampleReceived, papers: pages.map((list, at) => ({
      id: `p${String(at)}`, name: `Giấy thứ ${String(at + 1)}`, kind: 'submit', originals: 1, copies: 0, received: true, pages: list,
    })),
  })
  const whole = dossierOf([own, dropped], [colleagues])

  const unreachable = await exportAt(here, 'http://127.0.0.1:9', whole)
  expect(unreachable).toEqual(failure({ code: 'page/not-here', missing: [{ paper: 'Giấy thứ 1', pages: [2] }, { paper: 'Giấy thứ 2', pages: [1] }] }))
  const half = await exportAt(here, world.city.address, dossierOf([own, unsent]))
  expect(half).toEqual(failure({ code: 'page/not-here', missing: [{ paper: 'Giấy thứ 1', pages: [2] }] }))
  expect(await readdir(folder)).toEqual(['city', 'pc'])

  const answer = await exportAt(here, world.city.address, whole)
  const file = join(folder, 'out', `${String(whole.code)}-pages.pdf`)
  expect(answer).toEqual(success({ pages: 3, file }))
  expect(await preflight({ whole: await readFile(file) })).toEqual({ whole: [] })
  expect(await readdir(join(folder, 'out'))).toEqual([`${String(whole.code)}-pages.pdf`])

  await world.city.kill()
  await store.drop(dropped.sha256)
  expect(await exportAt(here, world.city.address, whole)).toEqual(failure({ code: 'page/not-here', missing: [{ paper: 'Giấy thứ 1', pages: [2] }] }))
})
