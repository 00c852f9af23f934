import { Type, type Static } from 'typebox'
import type { PictureTrouble, ScannerTrouble } from '../../../shared/bridge/scan-problems.ts'
import type { DriverProblem } from '../drivers/driver.ts'

/** Made by the asking desk, at random, one for each scan: sixteen bytes, and the name of a folder at the lender. */
export const RunName = Type.String({ pattern: '^[0-9a-f]{32}$' })
const Nth = Type.Integer({ minimum: 0, maximum: 100_000 })
const Source = Type.Union([Type.Literal('flatbed'), Type.Literal('feeder'), Type.Literal('duplex')])
const Side = Type.Union([Type.Literal('front'), Type.Literal('back')])
const Reach = Type.Object({ width: Type.Number(), height: Type.Number() })

export const Wish = Type.Object({
  source: Source, resolution: Type.Integer({ minimum: 50, maximum: 2400 }), colour: Type.Boolean(), ownSettings: Type.Boolean(),
  sheets: Type.Optional(Nth),
})
export type Wish = Static<typeof Wish>

/** What a desk asks of the one who lends. */
export const Ask = Type.Union([
  Type.Object({ ask: Type.Literal('scanners') }),
  /** Begins the run, or goes on with it after a cut: the desk holds `have` sides. `batch` is the desk's own word, kept and told back. */
  Type.Object({ ask: Type.Literal('run'), run: RunName, batch: Type.String({ maxLength: 100 }), wish: Wish, have: Nth }),
  /** The person at the desk stops the stack. */
  Type.Object({ ask: Type.Literal('stop'), run: RunName }),
  /** Side `n` is durable at the desk. */
  Type.Object({ ask: Type.Literal('have'), run: RunName, n: Nth }),
  /** The desk knows how the run ended and has all of it: the lender may forget it. */
  Type.Object({ ask: Type.Literal('done'), run: RunName }),
  /** What have you for me? */
  Type.Object({ ask: Type.Literal('left') }),
  /** Gives the sides that are left of a run and scans no more for it. */
  Type.Object({ ask: Type.Literal('collect'), run: RunName }),
])
export type Ask = Static<typeof Ask>

export const LentScanner = Type.Object({
  name: Type.String({ maxLength: 200 }),
  sources: Type.Array(Source, { maxItems: 3 }),
  resolutions: Type.Array(Type.Integer({ minimum: 50, maximum: 9600 }), { maxItems: 50 }),
  reach: Type.Object({ flatbed: Type.Optional(Reach), feeder: Type.Optional(Reach), duplex: Type.Optional(Reach) }),
})
export type LentScanner = Static<typeof LentScanner>

const Reason = Type.Union([Type.Literal('stack-empty'), Type.Literal('one-page'), Type.Literal('cancelled')])
const CODES: Readonly<Record<(ScannerTrouble | PictureTrouble)['code'], true>> = {
  'scan/busy': true, 'scan/cover-open': true, 'scan/denied': true, 'scan/double-feed': true, 'scan/failed': true, 'scan/jam': true,
  'scan/lamp': true, 'scan/locked': true, 'scan/needs-hand': true, 'scan/no-driver': true, 'scan/no-paper': true, 'scan/no-scanner': true,
  'scan/offline': true, 'scan/policy': true, 'scan/settings-refused': true, 'scan/stalled': true, 'scan/warming-up': true,
  'picture/broken': true, 'picture/empty': true, 'picture/gone': true, 'picture/locked': true, 'picture/too-large': true,
  'picture/not-cleaned': true, 'picture/unknown-kind': true,
}
const Code = Type.Unsafe<DriverProblem['code']>(Type.Enum(Object.keys(CODES)))

/** How a run ended at the scanner. */
export const RunEnd = Type.Union([Type.Object({ reason: Reason }), Type.Object({ code: Code })])
export type RunEnd = Static<typeof RunEnd>

export const LeftAtLender = Type.Object({ run: RunName, batch: Type.String({ maxLength: 100 }), sides: Nth })
export type LeftAtLender = Static<typeof LeftAtLender>

/** What the one who lends tells. */
export const Tell = Type.Union([
  Type.Object({ tell: Type.Literal('scanners'), scanners: Type.Array(LentScanner, { maxItems: 8 }) }),
  Type.Object({
    tell: Type.Literal('waiting'), run: RunName, by: Type.String({ maxLength: 200 }), sheetsLeft: Type.Union([Nth, Type.Null()]),
  }),
  Type.Object({ tell: Type.Literal('turn'), run: RunName }),
  /** Its body is the side as the device gave it. */
  Type.Object({
    tell: Type.Literal('side'), run: RunName, n: Nth, dpi: Type.Union([Type.Number(), Type.Null()]), side: Side, isPhoto: Type.Boolean(),
    sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  }),
  Type.Object({ tell: Type.Literal('end'), run: RunName, end: RunEnd }),
  /** No such run of this desk is here. */
  Type.Object({ tell: Type.Literal('gone'), run: RunName }),
  Type.Object({ tell: Type.Literal('left'), runs: Type.Array(LeftAtLender, { maxItems: 100 }) }),
])
export type Tell = Static<typeof Tell>
export type ToldSide = Extract<Tell, { tell: 'side' }>
