import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DEVICE, note, openAt } from '../builders/journal-world.ts'
import { seededRandom, type Random } from '../builders/random.ts'
import type { Rig } from './rig.ts'

/** What is done to a log. Each takes the bytes of one file and gives the hurt ones, or undefined where it does not apply. */
type Hurt = (bytes: Buffer, random: Random) => Buffer | undefined

/** Memory where there is some to be had: what is asked here is what the journal notices, not how long a drive takes. */
const FOLDER = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()
const DAYS = ['2026-11-23', '2026-11-24', '2026-11-25']
const ACTS_A_DAY = 14

/**
 * Flips `runs` bits, one a run, and a quarter as many times each cuts a tail, swaps, removes and repeats lines.
 *
 * In the journal, in its second copy, or in a journal without one; with and without a checkpoint. `unhealed` counts
 * where another copy has every line and the bytes are not as they were afterwards.
 */
export const bitRot: Rig = async ({ runs, seed, say }) => {
  const random = seededRandom(seed)
  const sound = await soundWorld(random)
  const hurts = [
    ...Array.from({ length: runs }, () => ['flips', flipBit] as const),
    ...Array.from({ length: Math.ceil(runs / 4) }, () => OTHER_HURTS).flat(),
  ]
  const done: Record<string, number> = { flips: 0, cuts: 0, swaps: 0, removed: 0, repeats: 0, withoutCopy: 0, unnoticed: 0, unhealed: 0 }
  const add = (name: string): void => {
    done[name] = (done[name] ?? 0) + 1
  }
  for (const [kind, hurt] of hurts) {
    const place = random.pick(['journal', 'journal', 'journal', 'copy', 'alone'] as const)
    const outcome = await tryOnce(sound, hurt, place, random)
    add(kind)
    if (place === 'alone') add('withoutCopy')
    if (!outcome.isNoticed) add('unnoticed')
    if (!outcome.isHealed) add('unhealed')
    if (!outcome.isNoticed || !outcome.isHealed) say(`${kind} in ${place}: ${JSON.stringify(outcome)}`)
    const count = ['flips', 'cuts', 'swaps', 'removed', 'repeats'].reduce((sum, name) => sum + (done[name] ?? 0), 0)
    if (count % 50 === 0) say(`${count} of ${hurts.length}`)
  }
  rmSync(sound, { recursive: true })
  return done
}

/** A folder `data` with a few days of work and its second copy in `copy`, both closed in order. */
async function soundWorld(random: Random): Promise<string> {
  const world = mkdtempSync(join(FOLDER, 'bit-rot-'))
  mkdirSync(join(world, 'copy'))
  for (const day of DAYS) {
    const at = `${day}T03:00:00.000Z`
    const journal = await openAt(join(world, 'data'), { now: () => Date.parse(at), secondCopy: join(world, 'copy') })
    for (let act = 0; act < ACTS_A_DAY; act += 1) {
      const count = random.between(1, 3)
      const acts = Array.from({ length: count }, () => note(`d${random.between(1, 9)}`, `Đã hẹn lại ${random.between(1, 1e9)}`))
      await journal.append(acts, { author: 'clerk', at })
    }
    await journal.close()
  }
  return world
}

async function tryOnce(sound: string, hurt: Hurt, place: 'journal' | 'copy' | 'alone', random: Random) {
  const world = mkdtempSync(join(FOLDER, 'bit-rot-run-'))
  cpSync(sound, world, { recursive: true })
  if (random.next() < 0.3) rmSync(join(world, 'data', 'checkpoint.json'))
  if (place === 'alone') rmSync(join(world, 'copy'), { recursive: true })
  const file = hurtSomewhere(join(world, place === 'copy' ? 'copy' : 'data', 'journal', DEVICE), hurt, random)
  const journal = await openAt(join(world, 'data'), place === 'alone' ? {} : { secondCopy: join(world, 'copy') })
  const state = await journal.verified()
  const wasCopyBehind = place === 'copy' && state.secondCopy.state !== 'off'
  await journal.close()
  const isNoticed = state.healedLines > 0 || state.tornLines > 0 || state.readOnly !== null ||
    (wasCopyBehind && isAlike(sound, world, 'copy'))
  const isHealed = place === 'alone' || (isAlike(sound, world, 'data') && isAlike(sound, world, 'copy'))
  const { readOnly, tornLines, healedLines, verification } = state
  rmSync(world, { recursive: true })
  return { isNoticed, isHealed, file, readOnly, tornLines, healedLines, verification: verification.state }
}

function hurtSomewhere(folder: string, hurt: Hurt, random: Random): string {
  for (;;) {
    const file = random.pick(readdirSync(folder).sort())
    const bytes = readFileSync(join(folder, file))
    // A cut in the middle of the log is a removed line; a tail has one end.
    const path = hurt === cutTail ? join(folder, readdirSync(folder).sort().at(-1) ?? file) : join(folder, file)
    const after = hurt(hurt === cutTail ? readFileSync(path) : bytes, random)
    if (after === undefined) continue
    writeFileSync(path, after)
    return path
  }
}

const flipBit: Hurt = (bytes, random) => {
  const after = Buffer.from(bytes)
  const at = random.between(0, after.length - 1)
  after[at] = (after[at] ?? 0) ^ (1 << random.between(0, 7))
  return after
}

const cutTail: Hurt = (bytes, random) => {
  // Now and then at the end of a line, where the log itself shows nothing.
  const at = random.between(0, bytes.length - 1)
  return bytes.subarray(0, random.next() < 0.3 ? bytes.lastIndexOf('\n', at) + 1 : at)
}

const swapLines: Hurt = (bytes, random) => rearrange(bytes, lines => {
  const [one, other] = [random.between(0, lines.length - 1), random.between(0, lines.length - 1)]
  if (one === other) return undefined
  const after = [...lines]
  ;[after[one], after[other]] = [lines[other] ?? '', lines[one] ?? '']
  return after
})

const removeLine: Hurt = (bytes, random) => rearrange(bytes, lines => lines.toSpliced(random.between(0, lines.length - 1), 1))

const repeatLine: Hurt = (bytes, random) => rearrange(bytes, lines =>
  lines.toSpliced(random.between(0, lines.length), 0, lines[random.between(0, lines.length - 1)] ?? ''))

/** What else happens to lines, besides flipped bits. */
const OTHER_HURTS = [['cuts', cutTail], ['swaps', swapLines], ['removed', removeLine], ['repeats', repeatLine]] as const

function rearrange(bytes: Buffer, change: (lines: readonly string[]) => readonly string[] | undefined): Buffer | undefined {
  const lines = bytes.toString('utf8').split('\n').slice(0, -1)
  const after = change(lines)
  return after === undefined ? undefined : Buffer.from(after.map(line => `${line}\n`).join(''), 'utf8')
}

function isAlike(sound: string, world: string, which: 'data' | 'copy'): boolean {
  const [one, other] = [sound, world].map(folder => join(folder, which, 'journal', DEVICE))
  if (one === undefined || other === undefined) return false
  const files = readdirSync(one).sort()
  return JSON.stringify(files) === JSON.stringify(readdirSync(other).sort()) &&
    files.every(file => readFileSync(join(one, file)).equals(readFileSync(join(other, file))))
}
