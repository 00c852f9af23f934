import { dayOf } from './due-oracle.ts'
import type { ModelDossier } from './life-model.ts'

// The columns of II.06a, written down a second time to be compared with the program.

/** Columns 4, 5, 6, 8, 9, 10, 12 and 13 of II.06a for these lives, a month, and a day on which it is asked. */
export function monthByRules(lives: readonly ModelDossier[], month: string, today: string): readonly number[] {
  const [from, until] = [`${month}-01`, `${month}-31`]
  const columns = Array<number>(8).fill(0)
  const count = (column: number): void => { columns[column] = (columns[column] ?? 0) + 1 }
  for (const life of lives) {
    if (life.end?.how === 'void') continue
    const received = dayOf(life.receivedAt)
    const ended = life.end === null ? null : later(dayOf(life.end.at), received)
    if (received > until || (received < from && ended !== null && ended < from)) continue
    count(received < from ? 2 : 1)
    const isOver = ended !== null && ended <= until
    const on = isOver ? ended : monthEnd(month) < today ? monthEnd(month) : today
    const promise = life.promises.findLast(({ at }) => dayOf(at) <= on) ?? life.promises[0]
    const due = promise?.due == null ? null : dayOf(promise.due)
    if (isOver) count(life.end?.how === 'withdraw' || due === null || due === on ? 4 : on < due ? 3 : 5)
    else count(due === null || on <= due || life.waits.some(wait => waits(wait, on)) ? 6 : 7)
  }
  return columns
}

function waits({ since, until }: { readonly since: number; readonly until: number | null }, on: string): boolean {
  return dayOf(since) <= on && (until === null || dayOf(until) > on)
}

const later = (one: string, other: string): string => one > other ? one : other

function monthEnd(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10)
}
