import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { prepareFolder } from './folder.ts'
import { choosePlaces } from './paths.ts'

const base = () => mkdtempSync(join(tmpdir(), 'folder-'))
const placesIn = (folder: string) => choosePlaces({ args: [`--data-dir=${folder}`], env: {}, appFolder: folder })

test('a data folder is made with its rooms, and the trial leaves nothing behind', () => {
  const folder = base()
  const places = placesIn(join(folder, 'new'))
  expect(prepareFolder(places)).toEqual({ places, problem: null })
  expect(readdirSync(places.root).sort()).toEqual(['logs', 'window'])
  rmSync(folder, { recursive: true })
})

test('where nothing can be written, the window still gets a place of its own, to say so', () => {
  const folder = base()
  // A file where the folder should be stops root as well as everybody else.
  const blocked = join(folder, 'blocked')
  writeFileSync(blocked, '')
  const { places, problem } = prepareFolder(placesIn(blocked))
  expect(problem).toEqual({ code: 'program/folder-read-only', folder: blocked })
  expect(places.root).toBe(blocked)
  expect(places.window.startsWith(blocked)).toBe(false)
  expect([places.window, places.logs].map(place => existsSync(place))).toEqual([true, true])
  rmSync(folder, { recursive: true })
})
