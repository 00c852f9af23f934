import { Compile } from 'typebox/compile'
import { parseJson } from '../base/json.ts'
import { failure, success, type Problem, type Result } from '../base/result.ts'
import { Envelope, type Act, type NewAct, type Seen } from './act.ts'

/** sha256 of a text's UTF-8 bytes, as 64 hex digits. */
export type Sha256 = (text: string) => string

/** What the journal adds to a new act: its place in the log, its times, its author, and chance. */
export interface Stamp {
  readonly device: string
  readonly seq: number
  /** Name of the line before. */
  readonly prev: string
  readonly at: string
  readonly clock: string
  readonly author: string
  readonly seen: Seen
  /** How many acts of the same append still follow. */
  readonly more: number
  /** Random text, so that the body's sum gives nothing of the body away. */
  readonly salt: string
}

/** A line as it stands in its chain. */
export interface ChainedAct {
  readonly act: Act
  readonly prev: string
  readonly more: number
}

/**
 * The one line of an act: envelope, TAB, body, LF (rule J1).
 *
 * The keys of the envelope always stand in the same order; the salt stands first in the body's
 * bytes and is no part of the act's body.
 */
export function writeLine(newAct: NewAct, stamp: Stamp, sha256: Sha256): { readonly line: string; readonly act: Act } {
  if ('salt' in newAct.body) throw new Error('The salt of a body is the journal’s own')
  const { device, seq, prev, at, clock, author, seen, more, salt } = stamp
  const { subject, kind } = newAct
  const bodyText = JSON.stringify({ salt, ...newAct.body })
  const envelope: Envelope = {
    v: 1, device, seq, prev, at, clock, subject, kind, author, seen, ...(more > 0 ? { more } : {}), body: sha256(bodyText),
  }
  if (!isEnvelope(envelope)) throw new Error(`Not an act the journal can keep: ${kind}`)
  const envelopeText = JSON.stringify(envelope)
  return { line: `${envelopeText}\t${bodyText}\n`, act: toAct(envelope, sha256(envelopeText), parseObject(bodyText) ?? {}) }
}

export interface LineProblem extends Problem {
  readonly code: 'line/not-two-parts' | 'line/not-an-envelope' | 'line/newer-version' | 'line/body-unlike'
}

/**
 * The act a line holds, without its LF; proves the line by itself, not its place in the chain.
 *
 * Problems: `line/not-two-parts`, `line/not-an-envelope`, `line/newer-version` (an envelope of a later
 * version of the program), `line/body-unlike` (not the body its envelope names).
 */
export function readLine(line: string, sha256: Sha256): Result<ChainedAct, LineProblem> {
  const tab = line.indexOf('\t')
  if (tab < 0) return failure({ code: 'line/not-two-parts' })
  const [envelopeText, bodyText] = [line.slice(0, tab), line.slice(tab + 1)]
  const envelope: unknown = parseObject(envelopeText)
  if (!isEnvelope(envelope)) return failure({ code: isNewer(envelope) ? 'line/newer-version' : 'line/not-an-envelope' })
  const body = sha256(bodyText) === envelope.body ? parseObject(bodyText) : undefined
  if (body === undefined) return failure({ code: 'line/body-unlike' })
  return success({ act: toAct(envelope, sha256(envelopeText), body), prev: envelope.prev, more: envelope.more ?? 0 })
}

const envelopeShape = Compile(Envelope)

function isEnvelope(value: unknown): value is Envelope {
  return envelopeShape.Check(value)
}

function isNewer(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'v' in value && typeof value.v === 'number' && value.v > 1
}

function toAct(envelope: Envelope, name: string, salted: Readonly<Record<string, unknown>>): Act {
  const { device, seq, at, clock, subject, kind, author, seen } = envelope
  const { salt: _, ...body } = salted
  return { name, device, seq, at, clock, subject, kind, author, seen, body }
}

function parseObject(text: string): Record<string, unknown> | undefined {
  const value = parseJson(text)
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined
}
