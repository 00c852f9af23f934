import { createRequire } from 'node:module'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { electronPath, sandboxArguments } from '../../build/electron.ts'

/** What the peer is given of a dossier. */
export interface PeerRow {
  readonly id: string
  readonly text: string
  readonly cells: readonly string[]
}

interface MiniSearchIndex {
  readonly addAll: (rows: readonly PeerRow[]) => void
  readonly search: (text: string, options: object) => readonly { readonly id: string }[]
}
interface PeerWindow extends Window {
  readonly MiniSearch: new (options: object) => MiniSearchIndex
}

export interface Peer {
  readonly page: Page
  readonly close: () => Promise<void>
}

/** The same Electron, a page that does nothing but MiniSearch over the same texts, fifty rows of plain DOM for each key. */
export async function openPeer(rows: readonly PeerRow[]): Promise<Peer> {
  const electron: ElectronApplication = await _electron.launch({
    executablePath: await electronPath(), args: [...sandboxArguments(), join(import.meta.dirname, 'peer-main.cjs')],
  })
  const page = await electron.firstWindow()
  await page.addScriptTag({ path: createRequire(import.meta.url).resolve('minisearch').replace(/cjs\/index\.cjs$/, 'umd/index.js') })
  await page.evaluate(given => {
    const index = new (window as unknown as PeerWindow).MiniSearch({ fields: ['text'], tokenize: (text: string) => text.split(/\s+/) })
    index.addAll(given)
    const cellsById = new Map(given.map(({ id, cells }) => [id, cells]))
    document.body.innerHTML = '<input id="peer-find"><table><tbody id="peer-rows"></tbody></table>'
    const body = document.querySelector('#peer-rows')
    document.querySelector('#peer-find')?.addEventListener('input', event => {
      const { value } = event.target as HTMLInputElement
      const found = value.trim() === '' ? given.slice(0, 50) : index.search(value, { prefix: true, combineWith: 'AND' }).slice(0, 50)
      body?.replaceChildren(...found.map(({ id }) => {
        const row = document.createElement('tr')
        row.append(...(cellsById.get(id) ?? []).map(cell => {
          const one = document.createElement('td')
          one.textContent = cell
          return one
        }))
        return row
      }))
    })
  }, rows)
  return { page, close: () => electron.close() }
}
