import type { Act } from '../../shared/acts/act.ts'
import type { Problem, Result } from '../../shared/base/result.ts'
import type { ExchangeRequest, Heads } from '../../shared/sync/protocol.ts'
import type { RoadProblem, Transport } from './transports/transport.ts'

/** The logs of this PC, as a round needs them: a journal, or a test's lists. */
export interface Logs {
  /** Where every log stands that this PC holds and follows, its own among them. */
  readonly heads: () => Heads
  /** Lines without LF after `seq`, oldest first, until `bytes` are reached: at least one when there is any. */
  readonly linesAfter: (device: string, seq: number, bytes: number) => Promise<readonly string[]>
  /**
   * Takes lines of another's log that begin right after what is held or earlier; resolves once they are on disk.
   *
   * A problem concerns this log alone.
   */
  readonly receive: (device: string, lines: readonly string[]) => Promise<Result<unknown>>
}

/** The pages that wait, as a round sends them: newest receipts first, resumed at the byte (rules S6, S7). */
export interface Pages {
  /** Whether any page waits to be sent. */
  readonly areWaiting: () => boolean
  /**
   * Sends up to about so many bytes in one stream; ends it early, between two frames, once `shouldStop` says so.
   *
   * What is refused is named and does not come again; what was cut off goes on from its byte next time. Each piece that is
   * handed to the line is told by `onPiece` in bytes.
   */
  readonly sendSome: (city: Pick<Transport, 'pageStatus' | 'sendFrames'>, bytes: number, stream: PageStream) =>
    Promise<Result<SentPages, RoadProblem>>
}

export interface PageStream {
  readonly shouldStop: () => boolean
  readonly onPiece?: (bytes: number) => void
}

export interface SentPages {
  /** Pages that are whole at the city now. */
  readonly wholePages: number
  readonly refused: readonly { readonly sha256: string, readonly code: string }[]
}

/** Everything one round works with; no clock but the one given, no dice, no timer. */
export interface RoundTools {
  readonly device: string
  readonly logs: Logs
  readonly pages: Pages
  readonly city: Pick<Transport, 'exchange' | 'push' | 'pull' | 'giveBack' | 'pageStatus' | 'sendFrames'>
  /** base64 of the device's Ed25519 signature over a text. */
  readonly sign: (text: string) => string
  /** Whether the city's pinned key signed this text (rule S8). */
  readonly isByCity: (text: string, signature: string) => boolean
  readonly health: () => ExchangeRequest['health'] | Promise<ExchangeRequest['health']>
  /** UTC ms. */
  readonly now: () => number
  /** Bytes a second over the last while; null when not known. It decides how much one request carries. */
  readonly speed: () => number | null
  /** The newest seq of a log that the city has confirmed, signed; 0 when none. */
  readonly confirmed: (device: string) => number
  /** Logs of folders this PC was copied from, and how far their lines were already handed over (rule J9). */
  readonly carried: Carried
  /** The city's signatures over its own logs, as far as they were pulled. */
  readonly cityProofs: CityProofs
  /** Whether these acts of one log would close or remove so much that somebody must look first (rule S13). */
  readonly mustBrake: (acts: readonly Act[]) => Promise<boolean>
  /** Resolves when this PC's own log grows; with it new acts go beside a stream of pages, without it they end the stream. */
  readonly grown?: () => Promise<void>
  /** Told after every step, with what the city has said so far. */
  readonly onProgress?: (progress: Progress) => void
  /** Someone ends the round after the step that runs: the program closes, or the person needs the machine. */
  readonly shouldStop?: () => boolean
}

/** What proves to the city that lines are its own: its signature over the line `seq`, which closes all before it. */
export interface CityProofs {
  readonly of: (log: string) => { readonly seq: number, readonly signature: string } | undefined
  /** Remembered over restarts. */
  readonly note: (log: string, proof: { readonly seq: number, readonly signature: string }) => Promise<void>
}

export interface Carried {
  /** Devices whose folder this one goes on with. */
  readonly devices: () => readonly string[]
  /** The last seq the city took into quarantine; 0 when nothing yet. */
  readonly until: (device: string) => number
  /** Remembered over restarts. */
  readonly note: (device: string, seq: number) => Promise<void>
}

/** What a round has done so far. */
export interface Progress {
  readonly pushedLines: number
  readonly pulledLines: number
  readonly wholePages: number
  /** Of pages, over the line, whether whole or not. */
  readonly pageBytes: number
  /** The city's time as it was said last (UTC ms), and this PC's at that moment. */
  readonly cityTime: { readonly at: string, readonly heardAt: number } | null
  /** Where each log stands at the city, as it said last; null before it did. */
  readonly cityHeads: Heads | null
}

/** A thing that was refused alone; what it held back is nothing but itself (rule S5). */
export interface RefusedThing {
  /** The same thing refused again has the same id. */
  readonly id: string
  readonly what: 'line' | 'page' | 'device' | 'pull'
  readonly log?: string
  readonly seq?: number
  readonly sha256?: string
  readonly problem: Problem
}

export type RoundEnd =
  /** The city and this PC hold the same; what waits is refused. */
  | { readonly state: 'done' }
  /** Stopped by `shouldStop`, or there was more than one round should do: go on. */
  | { readonly state: 'unfinished' }
  /** The line broke, or there is none. */
  | { readonly state: 'cut' }
  | { readonly state: 'later', readonly seconds: number }
  /** The city has other lines under this PC's numbers, or more of them: this folder is a copy or a restored backup (rule J9). */
  | { readonly state: 'copied', readonly how: 'fork' | 'behind' }
  /** Another try brings nothing until a person has done something. */
  | { readonly state: 'stuck', readonly problem: Problem }

export interface RoundResult extends Progress {
  readonly end: RoundEnd
  readonly refused: readonly RefusedThing[]
  /** The city lacks lines of this PC's log that it once confirmed; they were sent again. */
  readonly isCityBehind: boolean
}
