import { join } from 'node:path'
import { makeFolder, readIfThere, writeDurably } from './durable-file.ts'
import { devicesIn } from './read-logs.ts'

/**
 * Which of the logs in a data folder this PC writes; undefined in a folder that holds none.
 *
 * The name stands among the logs, since all else can be deleted (rule J6); where it is gone and there is one log, it is that one.
 */
export async function findOwnDevice(root: string): Promise<string | undefined> {
  const devices = await devicesIn(join(root, 'journal'))
  const named = (await readIfThere(join(root, 'journal', OWN)))?.trim()
  if (named !== undefined && devices.includes(named)) return named
  return devices.length === 1 ? devices[0] : undefined
}

/** Writes down which log is this PC's own; once, before its first line. */
export async function nameOwnDevice(root: string, device: string): Promise<void> {
  await makeFolder(join(root, 'journal', device))
  await writeDurably(join(root, 'journal', OWN), `${device}\n`)
}

const OWN = 'this-device.txt'
