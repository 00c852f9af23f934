import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
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
  const get = (ending: string) => answerPage({ method: 'GET', url: `page://here/${sha256}${ending}` }, {
    store, renderWhole: () => Promise.resolve(undefined),
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
