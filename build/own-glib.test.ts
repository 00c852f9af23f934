import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ELECTRON_LIBRARIES, ensurePackages } from './electron/debian.ts'
import { run, type Ran } from './electron/run.ts'
import { PROJECT } from './folders.ts'
import { ownGlib } from './own-glib.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'own-glib-'))
  await ensurePackages(ELECTRON_LIBRARIES)
  const packages = ['@img', 'sharp', 'detect-libc'].map(name => cp(join(PROJECT, 'node_modules', name), join(folder, 'node_modules', name), { recursive: true }))
  await Promise.all(packages)
})
afterAll(() => rm(folder, { recursive: true }))

/** Draws a picture in a process that has the system's GLib mapped before the library's own, as Electron has. */
function drawBesideGtk(): Promise<Ran> {
  const drawing = "require('sharp')({ create: { width: 64, height: 64, channels: 3, background: 'red' } }).resize(32).jpeg().toBuffer().then(({ length }) => console.log(length > 0))"
  return run(process.execPath, ['-e', drawing], { cwd: folder, env: { ...process.env, LD_PRELOAD: 'libgtk-3.so.0' } })
}

test.skipIf(process.platform !== 'linux')('beside GTK the image library lets go of its pictures by its own GLib, and by the system’s before', async () => {
  expect((await drawBesideGtk()).stderr).toContain("g_object_unref: assertion 'G_IS_OBJECT (object)' failed")
  await ownGlib(join(folder, 'node_modules/@img'))
  expect(await drawBesideGtk()).toEqual({ code: 0, stdout: 'true\n', stderr: '' })
})

test.skipIf(process.platform !== 'linux')('what has its own GLib already is not taken for a library without any', async () => {
  await expect(ownGlib(join(folder, 'node_modules/@img'))).rejects.toThrow('Nothing of GLib')
})
