import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { makeId } from '../../shared/base/id.ts'
import { isFileError, makeFolder, readIfThere, writeDurably } from '../journal/durable-file.ts'

/** The name this PC writes its log under, and the names of those whose folder it goes on with, the newest last (rule J9). */
export interface DeviceIdentity {
  readonly device: string
  readonly continues: readonly string[]
}

/**
 * The name this PC writes its log under, made once, kept in `keys/` and bound to the machine (rule J9).
 *
 * A folder that was copied or restored to another machine goes on under a new name: the old log is read, never written again,
 * and no number is drawn from its range (rule N4). Where the name is gone and exactly one log is there, that log is this PC's.
 * A folder that cannot be written gets a name for this run only: nothing will be appended to it anyway.
 */
export async function deviceIdentity(
  root: string, machine: string, randomBytes: (count: number) => Uint8Array,
): Promise<DeviceIdentity> {
  const kept = (await readIfThere(deviceFile(root)))?.trim()
  const [boundMachine, boundDevice] = (await readIfThere(machineFile(root)))?.trim().split(' ') ?? []
  const continues = await readContinued(root)
  try {
    if (boundMachine === machine && boundDevice !== undefined && DEVICE.test(boundDevice)) {
      // The binding is written first: a start that was cut off between the two goes on here.
      if (boundDevice !== kept) await write(deviceFile(root), boundDevice)
      return { device: boundDevice, continues }
    }
    const known = kept !== undefined && DEVICE.test(kept) ? kept : await onlyLog(root)
    if (known !== undefined && boundMachine !== undefined) return await becomeNew(root, known, machine, randomBytes)
    const device = known ?? makeId('pc-', randomBytes(8))
    await write(deviceFile(root), device)
    await write(machineFile(root), `${machine} ${device}`)
    return { device, continues }
  } catch (error) {
    if (!isFileError(error)) throw error
    return { device: kept !== undefined && DEVICE.test(kept) ? kept : makeId('pc-', randomBytes(8)), continues }
  }
}

/**
 * From the next start on this folder belongs to a new device that goes on with the old one: on another machine, or because
 * the city has seen two different lines under one number (rules J9, N4).
 */
export async function becomeNew(
  root: string, old: string, machine: string, randomBytes: (count: number) => Uint8Array,
): Promise<DeviceIdentity> {
  const device = makeId('pc-', randomBytes(8))
  const continues = [...(await readContinued(root)).filter(name => name !== old), old]
  await write(join(root, 'keys', CONTINUES), continues.join('\n'))
  await write(machineFile(root), `${machine} ${device}`)
  await write(deviceFile(root), device)
  return { device, continues }
}

const DEVICE = /^[a-z0-9-]{4,40}$/
const CONTINUES = 'continues'

function deviceFile(root: string): string {
  return join(root, 'keys', 'device')
}

function machineFile(root: string): string {
  return join(root, 'keys', 'machine')
}

async function write(path: string, text: string): Promise<void> {
  await makeFolder(join(path, '..'))
  await writeDurably(path, `${text}\n`)
}

async function readContinued(root: string): Promise<readonly string[]> {
  return (await readIfThere(join(root, 'keys', CONTINUES)))?.split('\n').filter(name => DEVICE.test(name)) ?? []
}

async function onlyLog(root: string): Promise<string | undefined> {
  const logs = (await foldersOf(join(root, 'journal'))).filter(name => DEVICE.test(name) && !name.startsWith('city-'))
  return logs.length === 1 ? logs[0] : undefined
}

async function foldersOf(path: string): Promise<readonly string[]> {
  try {
    return (await readdir(path, { withFileTypes: true })).filter(entry => entry.isDirectory()).map(entry => entry.name)
  } catch (error) {
    if (isFileError(error, 'ENOENT', 'ENOTDIR', 'EACCES')) return []
    throw error
  }
}
