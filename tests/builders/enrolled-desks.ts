import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import { withOwnCity } from '../../build/city/own-city.ts'
import { appointPractice, writeEnrolFile, type PracticePerson } from '../../build/city/practice.ts'
import type { PageOf } from '../../shared/papers/paper.ts'
import type { Result } from '../../shared/base/result.ts'
import type { RunningApp } from '../faults/app.ts'
import { seededRandom } from './random.ts'

/** One person who may do everything a rig does; the PIN is the one `signIn` types. */
export const RIG_PEOPLE: readonly PracticePerson[] = [{ name: 'Trần Thị Bình', roles: ['director', 'clerk', 'leader'], pin: '482915' }]

/** Prepares an embedded city whose PCs will come through `address`; the answer is an enrolment file for each desk. */
export async function prepareDesks(options: {
  readonly data: string, readonly address: string, readonly unit: string, readonly desks: readonly string[]
  readonly people?: readonly PracticePerson[]
}): Promise<readonly string[]> {
  const { data, address, unit, desks, people = RIG_PEOPLE } = options
  return withOwnCity({ data, address }, async city => {
    await appointPractice(city, unit, people)
    const files: string[] = []
    for (const [nth, desk] of desks.entries()) {
      const file = join(data, `enrol-${String(nth + 1)}.json`)
      await writeEnrolFile(city, file, { unit, desk })
      files.push(file)
    }
    return files
  })
}

/** So many PNG files that are no two alike, each of about so many bytes. */
export function makeImages(folder: string, count: number, bytes: number, seed: number): readonly string[] {
  mkdirSync(folder, { recursive: true })
  const random = seededRandom(seed)
  return Array.from({ length: count }, (_, nth) => {
    const file = join(folder, `trang-${String(seed)}-${String(nth + 1)}.png`)
    writeFileSync(file, png(bytes, () => random.between(0, 255)))
    return file
  })
}

/** Keeps image files as pages, as if a person had chosen them in the system's dialog. */
export async function addPages(app: RunningApp, files: readonly string[]): Promise<Result<readonly PageOf[]>> {
  await app.electron.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [...chosen] })
  }, files)
  return app.call<Result<readonly PageOf[]>>('pages.addFromFiles')
}

/** A grey picture of noise: what is noise does not shrink. */
function png(bytes: number, noise: () => number): Buffer {
  const width = 200
  const height = Math.max(1, Math.floor(bytes / (width + 1)))
  const rows = Buffer.from(Array.from({ length: height }, () => [0, ...Array.from({ length: width }, noise)]).flat())
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 0, 0, 0, 0], 8)
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))])
}

function chunk(kind: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(kind, 'latin1'), body])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(body.length)
  check.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, check])
}
