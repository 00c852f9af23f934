import { randomBytes } from 'node:crypto'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { becomeNew, deviceIdentity } from './device-identity.ts'

let root: string
beforeEach(async () => { root = await mkdtemp(join(tmpdir(), 'identity-')) })
afterEach(() => rm(root, { recursive: true }))

const on = (machine: string, folder = root) => deviceIdentity(folder, machine, randomBytes)

test('J9 a PC keeps its name on its machine', async () => {
  const first = await on('here')
  expect(first.continues).toEqual([])
  expect(await on('here')).toEqual(first)
})

test('J9 a copied folder goes on as a new device, and remembers whose it was', async () => {
  const { device } = await on('here')
  const copy = await mkdtemp(join(tmpdir(), 'identity-copy-'))
  await cp(root, copy, { recursive: true })
  const there = await on('there', copy)
  expect(there.device).not.toBe(device)
  expect(there.continues).toEqual([device])
  expect(await on('there', copy)).toEqual(there)
  expect(await on('here')).toEqual({ device, continues: [] })
  const twice = await on('a third', copy)
  expect(twice.continues).toEqual([device, there.device])
  await rm(copy, { recursive: true })
})

test('J9 a change of name that was cut off half-way is carried through', async () => {
  const { device } = await on('here')
  const next = await becomeNew(root, device, 'here', randomBytes)
  await writeFile(join(root, 'keys', 'device'), `${device}\n`)
  expect(await on('here')).toEqual(next)
})

test('a folder from before names were bound is bound to the machine it is found on', async () => {
  await mkdir(join(root, 'journal', 'pc-old1'), { recursive: true })
  expect(await on('here')).toEqual({ device: 'pc-old1', continues: [] })
  expect(await on('there')).toMatchObject({ continues: ['pc-old1'] })
})
