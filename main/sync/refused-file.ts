import { join } from 'node:path'
import { Type, type Static } from 'typebox'
import { Value } from 'typebox/value'
import { makeFolder, readIfThere, writeDurably } from '../journal/durable-file.ts'
import { parseJson } from '../../shared/base/json.ts'
import type { RefusedThing } from './round-tools.ts'

const Entry = Type.Object({
  id: Type.String({ minLength: 1, maxLength: 200 }),
  what: Type.Union([Type.Literal('line'), Type.Literal('page'), Type.Literal('device'), Type.Literal('pull')]),
  log: Type.Optional(Type.String({ maxLength: 40 })),
  seq: Type.Optional(Type.Integer({ minimum: 0 })),
  sha256: Type.Optional(Type.String({ maxLength: 64 })),
  problem: Type.Object({ code: Type.String({ minLength: 1, maxLength: 100 }) }),
  /** UTC ms; when it was refused first. */
  since: Type.String({ maxLength: 30 }),
  /** Someone gave it up, with a reason that stands in an act: it is not shown and not tried again. */
  givenUp: Type.Optional(Type.Boolean()),
})
export type RefusedEntry = Static<typeof Entry>

/** "Không gửi được" (rule S5): stays over restarts and sign-outs until it went through or someone settled it. */
export interface RefusedList {
  /** What still needs somebody, oldest first. */
  readonly open: () => readonly RefusedEntry[]
  readonly find: (id: string) => RefusedEntry | undefined
  readonly isGivenUp: (id: string) => boolean
  /** What a round refused; what it tried again and got through is not there any more. Answers whether anything changed. */
  readonly noteRound: (refused: readonly RefusedThing[], isWhole: boolean, at: string) => Promise<boolean>
  readonly forget: (id: string) => Promise<void>
  readonly giveUp: (id: string) => Promise<void>
}

export async function openRefusedList(root: string): Promise<RefusedList> {
  const path = join(root, 'sync', 'refused.json')
  const kept = parseJson(await readIfThere(path) ?? '')
  const entries = new Map<string, RefusedEntry>(Value.Check(Type.Array(Entry), kept) ? kept.map(entry => [entry.id, entry]) : [])
  let writing = Promise.resolve()

  function write(): Promise<void> {
    const next = writing.then(async () => {
      await makeFolder(join(root, 'sync'))
      await writeDurably(path, `${JSON.stringify([...entries.values()])}\n`)
    })
    writing = next.catch(() => undefined)
    return next
  }

  return {
    open: () => [...entries.values()].filter(({ givenUp }) => givenUp !== true).sort((one, other) => (one.since < other.since ? -1 : 1)),
    find: id => entries.get(id),
    isGivenUp: id => entries.get(id)?.givenUp === true,
    noteRound: async (refused, isWhole, at) => {
      const before = JSON.stringify([...entries.values()])
      const now = new Set(refused.map(({ id }) => id))
      // A round that came to its end has tried everything: a line or a pull it did not refuse has gone through. A page says so itself.
      if (isWhole) for (const { id, what, givenUp } of [...entries.values()]) if (what !== 'page' && givenUp !== true && !now.has(id)) entries.delete(id)
      for (const thing of refused) {
        const known = entries.get(thing.id)
        entries.set(thing.id, { ...known, ...thing, since: known?.since ?? at })
      }
      if (JSON.stringify([...entries.values()]) === before) return false
      await write()
      return true
    },
    forget: async id => {
      if (entries.delete(id)) await write()
    },
    giveUp: async id => {
      const entry = entries.get(id)
      if (entry === undefined) return
      entries.set(id, { ...entry, givenUp: true })
      await write()
    },
  }
}
