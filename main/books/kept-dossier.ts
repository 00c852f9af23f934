import type { BookedDossier } from '../../shared/dossiers/booked-dossier.ts'
import type { Life } from '../../shared/reports/life.ts'

/** The dossiers of one snapshot, by their place in it. */
export interface KeptDossiers {
  readonly dossier: (place: number) => BookedDossier
  /** Three numbers a line, as in a snapshot's `lines`. */
  readonly lines: (place: number) => readonly number[]
  /** What figures know of it; undefined where they know nothing. */
  readonly life: (place: number) => Life | undefined
  /** As it stands in the file. */
  readonly bytes: (place: number) => Uint8Array
}

/** What puts a dossier into its place in a book, and what the book adds up. */
export type DossierHead = Pick<BookedDossier, 'subject' | 'code' | 'receivedAt' | 'setCount'>

/**
 * A dossier as a snapshot holds it: its head is there, the rest is read once somebody looks at it. Of years of dossiers most see a month.
 *
 * A class, for tens of thousands share its getters.
 */
class Kept {
  readonly subject: string
  readonly code: string | undefined
  readonly receivedAt: string
  readonly setCount: number
  readonly place: number
  readonly among: KeptDossiers
  #whole: BookedDossier | undefined

  constructor({ subject, code, receivedAt, setCount }: DossierHead, place: number, among: KeptDossiers) {
    this.subject = subject
    this.code = code
    this.receivedAt = receivedAt
    this.setCount = setCount
    this.place = place
    this.among = among
  }

  /** All of it. */
  read(): BookedDossier {
    return this.#whole ??= this.among.dossier(this.place)
  }

  get lines(): readonly number[] {
    return this.among.lines(this.place)
  }

  get life(): Life | undefined {
    return this.among.life(this.place)
  }

  get bytes(): Uint8Array {
    return this.among.bytes(this.place)
  }
}

/** All there is of a dossier beside its head; the compiler asks for what is missing here. */
const REST: Readonly<Record<Exclude<keyof BookedDossier, keyof DossierHead>, true>> = {
  state: true, content: true, channel: true, collectAt: true, receivedBy: true, resolvedBy: true, clerk: true, reason: true,
  missingPapers: true, parts: true, handovers: true, pauses: true, supplements: true, money: true, strayReceipts: true, apology: true,
  delay: true, collection: true, ended: true, procedure: true, applicant: true, owner: true, due: true, results: true, promises: true,
  acts: true,
}

for (const key of Object.keys(REST) as (keyof typeof REST)[]) {
  Object.defineProperty(Kept.prototype, key, { get(this: Kept) { return this.read()[key] } })
}

export function keptDossier(head: DossierHead, place: number, among: KeptDossiers): BookedDossier {
  return new Kept(head, place, among) as unknown as BookedDossier
}

/** What a snapshot knows of this very dossier; undefined when it was folded since. */
export function keptOf(dossier: object | undefined): Kept | undefined {
  return dossier instanceof Kept ? dossier : undefined
}
