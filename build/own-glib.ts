import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openElf, type Elf } from './elf.ts'

/**
 * Gives the image library on Linux its own GLib under names that nobody else uses.
 *
 * It brings a GLib of its own, and Electron maps the system's for its windows. Both call their functions the same, and the one that
 * was mapped first is found: objects made by one library were let go by the other, which leaked every picture and has ended the
 * program. Only the copies that travel with the program are changed; `scope` is the folder `@img` they lie in.
 */
export async function ownGlib(scope: string): Promise<void> {
  for (const name of await readdir(scope)) {
    const addons = /^sharp-linux/.test(name) ? await binariesIn(join(scope, name, 'lib'), /\.node$/) : []
    const libraries = await binariesIn(join(scope, name.replace('sharp-', 'sharp-libvips-'), 'lib'), /^libvips.*\.so/)
    const [addon, library] = [addons[0], libraries[0]]
    if (addon !== undefined && library !== undefined) await renameBetween(addon, library)
  }
}

/** The library finds its own by itself; it is the addon between it and Node that asks by name. */
async function renameBetween(addonPath: string, libraryPath: string): Promise<void> {
  const [addon, library] = await Promise.all([addonPath, libraryPath].map(async path => openElf(await readFile(path)))) as [Elf, Elf]
  const asked = addon.imported().filter(name => name.startsWith('g_') && !ANYBODYS.has(name))
  if (asked.length === 0) throw new Error(`Nothing of GLib is asked for in ${addonPath}`)
  const names = new Map(asked.map(name => [name, library.newNameFor(name)]))
  for (const elf of [addon, library]) elf.rename(names)
  await Promise.all([writeFile(addonPath, addon.bytes), writeFile(libraryPath, library.bytes)])
}

/** Of plain memory and text: the same whosever they are, and called like the ends of other names. */
const ANYBODYS: ReadonlySet<string> = new Set(['g_free', 'g_malloc', 'g_utf8_validate'])

async function binariesIn(folder: string, wanted: RegExp): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => [])
  return names.filter(name => wanted.test(name)).map(name => join(folder, name))
}
