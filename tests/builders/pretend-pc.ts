import { generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { BEFORE_FIRST, type Act, type NewAct } from '../../shared/acts/act.ts'
import { writeLine } from '../../shared/acts/chain.ts'
import { CLOCK_START, nextClock } from '../../shared/acts/clock.ts'
import type { EnrolRequest } from '../../shared/sync/protocol.ts'
import { enrolText, headText } from '../../shared/sync/signed-texts.ts'
import type { City } from '../../server/city.ts'
import { logGrew } from '../../server/projections/growth.ts'
import { sha256 } from '../../server/record/sha256.ts'

/** A PC with a key and a log of real lines, without a disk and without a line to the city. */
export interface PretendPc {
  readonly device: string
  readonly publicKey: string
  readonly sign: (text: string) => string
  /** What it asks to be admitted with. */
  readonly enrolBy: (code: string) => EnrolRequest
  readonly enrolAsCopyOf: (original: PretendPc) => EnrolRequest
  /** Writes lines that follow its last; without LF. */
  readonly write: (acts: readonly NewAct[], at: string, author?: string) => readonly { readonly line: string, readonly act: Act }[]
  /** Puts what it wrote since last time straight into the city's record, as a push does once it was checked. */
  readonly hand: (city: City, receivedAt?: string) => Promise<void>
}

export function pretendPc(device: string): PretendPc {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const raw = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url').toString('base64')
  const signText = (text: string): string => sign(null, Buffer.from(text, 'utf8'), privateKey).toString('base64')
  let head = { seq: 0, name: BEFORE_FIRST }
  let handed = head
  let clock = CLOCK_START
  let waiting: string[] = []
  return {
    device,
    publicKey: raw,
    sign: signText,
    enrolBy: code => ({ device, publicKey: raw, code, program: '0.1.0', proof: signText(enrolText({ device, publicKey: raw, by: code })) }),
    enrolAsCopyOf: original => {
      const text = enrolText({ device, publicKey: raw, by: original.device })
      return { device, publicKey: raw, program: '0.1.0', proof: signText(text), continues: { device: original.device, proof: original.sign(text) } }
    },
    write: (acts, at, author = 'an') => acts.map((act, i) => {
      clock = nextClock(Date.parse(at), clock)
      const written = writeLine(act, {
        device, seq: head.seq + 1, prev: head.name, at, clock, author, seen: {}, more: acts.length - 1 - i, salt: randomBytes(16).toString('hex'),
      }, sha256)
      head = { seq: written.act.seq, name: written.act.name }
      const line = written.line.slice(0, -1)
      waiting.push(line)
      return { line, act: written.act }
    }),
    hand: async (city, receivedAt = new Date(city.now()).toISOString()) => {
      if (waiting.length === 0) return
      const appended = await city.record.append(device, handed, {
        lines: waiting, head, pushedBy: device, signature: signText(headText({ device, ...head })), receivedAt,
      })
      if (!appended.ok) throw new Error(appended.problem.code)
      handed = head
      waiting = []
      logGrew(city, device)
    },
  }
}
