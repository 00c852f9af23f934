import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Act } from '../../shared/acts/act.ts'
import type { Dossier } from '../../shared/dossiers/dossier.ts'
import type { PageOf } from '../../shared/papers/paper.ts'
import { openCovers } from './covers.ts'
import { answerPage } from './page-protocol.ts'
import { openPageStore } from './page-store.ts'

const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
let root: string
beforeEach(async () => { root = await mkdtemp(join(tmpdir(), 'pages-')) })
afterEach(() => rm(root, { recursive: true }))

test('a page that was dropped comes back when it is opened, and a row of small pictures asks the city for nothing', async () => {
  const store = await openPageStore(root)
  const { sha256 } = await store.keep(PNG)
  await store.drop(sha256)
  let asked = 0
  let hasLine = false
  const get = (ending: string) => answerPage({ method: 'GET', url: `page://here/dossier:0a/${sha256}${ending}` }, {
    store, mayShow: () => Promise.resolve(true), renderWhole: () => Promise.resolve(undefined),
    previews: { of: () => Promise.resolve(undefined), put: () => Promise.resolve(), forget: () => Promise.resolve() },
    fetchBack: async () => {
      asked += 1
      if (hasLine) await store.keep(PNG)
      return hasLine
    },
  })
  expect([(await get('')).status, asked, (await get('?whole')).status, asked]).toEqual([404, 0, 404, 1])
  hasLine = true
  expect([(await get('?whole')).status, (await get('')).status, asked]).toEqual([200, 200, 2])
})

test('U5 the image of a card, small or large, is not given before the look is on record, and not after somebody else came', async () => {
  const store = await openPageStore(root)
  const card = { ...await store.keep(PNG), sensitive: true as const }
  const plain = await store.keep(Buffer.concat([PNG, PNG]))
  const dossier = { papers: [{ pages: [card, plain] }] } as unknown as Dossier
  const covers = openCovers(subject => Promise.resolve(subject === 'dossier:0a' ? dossier : undefined))
  const get = async ({ sha256 }: PageOf, ending = '', subject = 'dossier:0a'): Promise<number> => (await answerPage(
    { method: 'GET', url: `page://here/${subject}/${sha256}${ending}` },
    {
      store, mayShow: covers.mayShowOf, renderWhole: () => Promise.resolve(undefined),
      previews: { of: () => Promise.resolve(undefined), put: () => Promise.resolve(), forget: () => Promise.resolve() },
    },
  )).status
  expect([await get(plain), await get(card), await get(card, '?whole')]).toEqual([200, 403, 403])
  expect([await get(plain, '', 'dossier:0b'), await get(card, '', 'dossier:0b'), covers.mayShow(card), covers.mayShow(plain)]).toEqual([403, 403, false, true])
  covers.hear([{ kind: 'dossier/note-added', body: { sha256: card.sha256 } }, { kind: 'tray/page-looked-at', body: { sha256: plain.sha256 } }] as unknown as Act[])
  expect(await get(card)).toBe(403)
  covers.hear([{ kind: 'dossier/page-looked-at', body: { sha256: card.sha256 } }] as unknown as Act[])
  expect([await get(card), await get(card, '?whole'), covers.mayShow(card)]).toEqual([200, 200, true])
  covers.coverAll()
  expect([await get(card), covers.mayShow(card)]).toEqual([403, false])
})
