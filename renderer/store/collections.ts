import type { RxCollection, RxJsonSchema } from 'rxdb'
import type { Position } from '../../shared/acts/act.ts'
import type { CertificationRow } from './certification-row.ts'
import type { Counts } from './counts.ts'
import { ROW_VERSION, type DossierRow } from './row.ts'
import type { Purpose } from './storage.ts'

export type Dossiers = RxCollection<DossierRow>
export type Certifications = RxCollection<CertificationRow>

/** The index over the journal: dossiers, and beside them what was certified. */
export const DOSSIERS: Purpose = { name: 'dossiers', version: ROW_VERSION }

/** Kept beside the rows, written after them: never further than what is in the index. */
export interface Bookmark {
  readonly position: Position
  readonly counts: Counts
}
export const BOOKMARK = 'bookmark'

const short = { type: 'string', maxLength: 40 } as const
const text = { type: 'string' } as const
const number = { type: 'number' } as const

const properties: RxJsonSchema<DossierRow>['properties'] = {
  subject: { type: 'string', maxLength: 100 },
  code: { type: 'string', maxLength: 100 },
  state: text,
  queue: short,
  entry: text,
  dueOn: { type: ['string', 'null'] },
  dueAt: { type: ['string', 'null'] },
  dueKey: short,
  task: short,
  worker: short,
  holderName: text,
  readySince: short,
  waits: short,
  provisional: short,
  disputed: short,
  name: text,
  ownerName: text,
  personalNumber: short,
  bornOn: text,
  procedureCode: text,
  procedureName: text,
  field: text,
  channel: text,
  receivedAt: short,
  clerk: text,
  desk: text,
  missingCount: number,
  disputeCount: number,
  receiptPrinted: { type: 'boolean' },
  searchText: text,
}

/** An index for each question that is asked while somebody waits; equality first, then the order of the list. */
export const DOSSIER_SCHEMA: RxJsonSchema<DossierRow> = {
  version: 0,
  primaryKey: 'subject',
  type: 'object',
  properties,
  required: Object.keys(properties) as (keyof DossierRow)[],
  indexes: [
    ['queue', 'dueKey'],
    ['task', 'dueKey'],
    ['task', 'readySince'],
    ['worker', 'dueKey'],
    ['waits', 'dueKey'],
    ['provisional', 'dueKey'],
    ['disputed', 'dueKey'],
    ['receivedAt'],
    ['personalNumber'],
    ['code'],
  ],
}

const certificationProperties: RxJsonSchema<CertificationRow>['properties'] = {
  id: { type: 'string', maxLength: 110 },
  subject: { type: 'string', maxLength: 100 },
  state: text,
  day: short,
  at: short,
  book: { type: 'string', maxLength: 80 },
  label: text,
  number: { type: 'number', minimum: 0, maximum: 9_999_999, multipleOf: 1 },
  procedure: text,
  paperName: text,
  pageCount: number,
  copyCount: number,
  fee: number,
  reason: text,
  name: text,
  personalNumber: short,
  signerName: text,
  signerTitle: text,
  device: text,
  desk: text,
  clerk: text,
  searchText: text,
}

/** By day, by person, by the number in a book. */
export const CERTIFICATION_SCHEMA: RxJsonSchema<CertificationRow> = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: certificationProperties,
  required: Object.keys(certificationProperties) as (keyof CertificationRow)[],
  indexes: [['day', 'at'], ['personalNumber'], ['book', 'number']],
}
