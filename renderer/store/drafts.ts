import { main } from '../main-api.ts'
import type { RxCollection, RxDatabase, RxJsonSchema } from 'rxdb'
import { dropOthers, dropPlace, findPlace, isStored, openDatabase, type Purpose } from './storage.ts'
import { tellStore } from './store-state.ts'

/** A half-typed form as kept on this device; what stands in it is its screen's business, told apart by how its id begins. */
export interface StoredDraft {
  readonly id: string
  /** Who was typing, by user id. */
  readonly clerk: string
  /** UTC, ms. */
  readonly savedAt: string
  readonly value: object
}

/** Of the intake, unless another screen asks for its own. */
const INTAKE_DRAFTS = 'draft-'

/**
 * Keeps a draft; one of the same id is replaced. Resolves when it is on disk.
 *
 * Rejects when it could not be written there; it is then held for as long as the window stands, and written with the next one.
 */
export async function saveDraft(draft: StoredDraft): Promise<void> {
  held.set(draft.id, draft)
  await change(drafts => drafts.upsert({ ...draft }))
}

/**
 * The drafts of this device whose id begins so, newest first; the first time those go that a dossier was received from before the
 * window was closed.
 *
 * Never rejects: what cannot be read is told in the store's state.
 */
export async function loadDrafts(prefix = INTAKE_DRAFTS): Promise<readonly StoredDraft[]> {
  await readStored()
  await (forgetting ??= forgetSaved())
  return [...held.values()].filter(({ id }) => id.startsWith(prefix)).sort((one, other) => (one.savedAt < other.savedAt ? 1 : -1))
}

let forgetting: Promise<void> | undefined

/** A kill came between an act and the end of its draft: saved once more, it would be a second dossier. */
async function forgetSaved(): Promise<void> {
  const kept = [...held.values()]
  if (kept.length === 0) return
  const saved = await main.scanning.savedDrafts(kept.map(({ id, savedAt }) => ({ id, keptAt: savedAt }))).catch(() => undefined)
  for (const id of saved ?? []) await dropDraft(id).catch(() => undefined)
  // Where nobody could say, it is asked again with the next.
  if (saved === undefined) forgetting = undefined
}

async function readStored(): Promise<void> {
  await inLine(async () => {
    try {
      const stored = await (await opened()).drafts.find().exec()
      for (const document of stored) if (!held.has(document.id)) held.set(document.id, document.toMutableJSON())
    } catch {
      // The storage of the window is damaged, or the disk too full to open it.
      await remake().then(() => { tellStore({ draftsLost: true }) }, () => { tellStore({ draftsUnwritten: true }) })
    }
  })
}

/** Forgets a draft: it was received, or thrown away by the clerk. */
export async function dropDraft(id: string): Promise<void> {
  held.delete(id)
  await change(drafts => drafts.findOne(id).remove())
}

type Drafts = RxCollection<StoredDraft>
interface Opened {
  readonly database: RxDatabase
  readonly drafts: Drafts
  readonly generation: number
}

const PURPOSE: Purpose = { name: 'drafts', version: 1 }
const SCHEMA: RxJsonSchema<StoredDraft> = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: {
    id: { type: 'string', maxLength: 100 },
    clerk: { type: 'string' },
    savedAt: { type: 'string' },
    value: { type: 'object' },
  },
  required: ['id', 'clerk', 'savedAt', 'value'],
}
/** Set once there is a database, so that its loss can be told from a first start. */
const MADE = 'drafts-made'

/** What this window has kept or read, so that a database made anew gets it back. */
const held = new Map<string, StoredDraft>()
let opening: Promise<Opened> | undefined

function opened(): Promise<Opened> {
  opening ??= open()
  return opening
}

let line: Promise<unknown> = Promise.resolve()

/** One thing at a time, in the order asked. */
function inLine<T>(task: () => Promise<T>): Promise<T> {
  const done = line.then(task)
  line = done.catch(() => undefined)
  return done
}

async function open(): Promise<Opened> {
  const { generation } = await findPlace(PURPOSE)
  const isLost = localStorage.getItem(MADE) !== null && !(await isStored(PURPOSE))
  const now = await openGeneration(generation)
  if (isLost) tellStore({ draftsLost: true })
  localStorage.setItem(MADE, 'yes')
  return now
}

async function openGeneration(generation: number): Promise<Opened> {
  const database = await openDatabase(PURPOSE, { kind: 'disk', generation }, { drafts: { schema: SCHEMA } })
  return { database, drafts: database.collections['drafts'] as Drafts, generation }
}

/** Writes; a database that refuses is made anew once, with everything held, which is then the answer. */
function change(write: (drafts: Drafts) => Promise<unknown>): Promise<void> {
  return inLine(async () => {
    try {
      await opened().then(({ drafts }) => write(drafts)).catch(remake)
      tellStore({ draftsUnwritten: false })
    } catch (reason) {
      tellStore({ draftsUnwritten: true })
      throw reason
    }
  })
}

async function remake(): Promise<void> {
  const before = await opening?.catch(() => undefined)
  const last = before?.generation ?? (await findPlace(PURPOSE)).generation
  void before?.database.close().catch(() => false)
  const next = await openGeneration(last + 1)
  const place = { kind: 'disk', generation: next.generation } as const
  try {
    await next.drafts.bulkUpsert([...held.values()])
  } catch (reason) {
    await next.database.close()
    await dropPlace(PURPOSE, place)
    throw reason
  }
  opening = Promise.resolve(next)
  await dropOthers(PURPOSE, place)
}
