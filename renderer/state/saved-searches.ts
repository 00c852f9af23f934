import { create } from 'zustand'
import { readFind, type Find } from './find.ts'

/** A question a person asks again and again, under a name. */
export interface SavedSearch {
  readonly name: string
  readonly find: Find
}

/** As many as there are digits to open them with. */
export const MOST_SAVED = 9

/** The saved searches of whoever sits here, in the order of their digits. */
export const useSavedSearches = create<{ readonly list: readonly SavedSearch[] }>(() => ({ list: [] }))

/** Reads what this person has kept on this PC. */
export function loadSavedSearches(userId: string): void {
  useSavedSearches.setState({ list: readSaved(localStorage.getItem(keyOf(userId))) })
}

/** Keeps a question under a name; one of the same name is replaced. False when there are as many as can be opened. */
export function keepSearch(userId: string, saved: SavedSearch): boolean {
  const { list } = useSavedSearches.getState()
  const isKnown = list.some(({ name }) => name === saved.name)
  if (!isKnown && list.length >= MOST_SAVED) return false
  write(userId, isKnown ? list.map(one => one.name === saved.name ? saved : one) : [...list, saved])
  return true
}

export function forgetSearch(userId: string, name: string): void {
  write(userId, useSavedSearches.getState().list.filter(one => one.name !== name))
}

/** What is damaged is left out. */
export function readSaved(text: string | null): readonly SavedSearch[] {
  const kept = parse(text)
  if (!Array.isArray(kept)) return []
  return kept.flatMap((one: unknown) => {
    const { name, find } = typeof one === 'object' && one !== null ? one as { readonly name?: unknown; readonly find?: unknown } : {}
    return typeof name === 'string' && name !== '' ? [{ name, find: readFind(find) }] : []
  }).slice(0, MOST_SAVED)
}

function parse(text: string | null): unknown {
  try {
    return text === null ? [] : JSON.parse(text)
  } catch {
    return []
  }
}

function write(userId: string, list: readonly SavedSearch[]): void {
  localStorage.setItem(keyOf(userId), JSON.stringify(list))
  useSavedSearches.setState({ list })
}

function keyOf(userId: string): string {
  return `searches/${userId}`
}
