import { rm } from 'node:fs/promises'
import { join } from 'node:path'

/** Takes out the app that a bare Electron runs when it has none of its own. */
export async function afterPack({ appOutDir }: { readonly appOutDir: string }): Promise<void> {
  await rm(join(appOutDir, 'resources/default_app.asar'), { force: true })
}
