import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { ROW_VERSION } from '../../renderer/store/row.ts'
import { dataFolderWith, FOLDER_VERSION } from '../builders/data-folder.ts'
import { copyOfKept } from '../builders/kept-folder.ts'
import { launchApp } from '../faults/app.ts'
import { signInToFolder } from './signed-in.ts'

/** Shortly after the last day in the folder. */
export const FOLDER_CLOCK = '--clock=2026-11-26T02:00:00.000Z'

/**
 * A data folder whose window has made its index, as an office has it on any morning; what the books were folded to is not kept in it.
 *
 * Made once, by the program itself, for as long as it folds rows the same way; the answer is a copy of its own.
 */
export function indexedFolderWith(dossiers: number, say: (line: string) => void): Promise<string> {
  const versions = `v${String(FOLDER_VERSION)}-${String(ROW_VERSION)}`
  return copyOfKept(`indexed-folder-of-${String(dossiers)}-${versions}`, async folder => {
    const bare = await dataFolderWith(dossiers, say)
    await cp(bare, folder, { recursive: true })
    await rm(bare, { recursive: true })
    const begun = performance.now()
    const app = await launchApp(folder, [FOLDER_CLOCK])
    await signInToFolder(app.page)
    await app.page.waitForSelector('.tiles', { timeout: 0 })
    await app.close()
    await rm(join(folder, 'books.json'), { force: true })
    say(`the window indexed ${String(dossiers)} dossiers, once, in ${((performance.now() - begun) / 1000).toFixed(0)} s`)
  })
}
