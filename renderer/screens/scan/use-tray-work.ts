import { useEffect, useEffectEvent, useState } from 'react'
import type { LeftHere, PagePlace, TrayPage } from '../../../shared/bridge/scanning-api.ts'
import type { Dossier } from '../../../shared/dossiers/dossier.ts'
import { main } from '../../main-api.ts'
import { doInTray, loadTray, scanInto } from '../../state/scan-tray.ts'
import { scanText as t } from '../../text/scan.ts'
import { MOST_DIGITS } from './heaps.ts'

export interface TrayWork {
  readonly current: TrayPage | undefined
  readonly selected: ReadonlySet<string>
  /** What was just done, read out and shown. */
  readonly said: string
  readonly isFiling: boolean
  readonly look: (id: string) => void
  readonly toggle: (id: string) => void
  readonly place: (place: PagePlace | null, name: string) => void
  readonly takeSuggestion: () => void
  readonly turn: (by: 90 | -90) => void
  readonly move: (by: 1 | -1) => void
  readonly takeOut: () => void
  readonly bringBack: () => void
  readonly scanOn: () => void
  readonly scanAgain: () => void
  /** Of the side as it came, once more. */
  readonly cleanAgain: () => void
  readonly stop: () => void
  /** What another desk left here comes into this tray. */
  readonly takeOver: (left: LeftHere) => void
  readonly file: () => void
}

/** What a person does with the pages in view, in their order on the screen; acts on the selected ones, else on the one in focus. */
export function useTrayWork(pages: readonly TrayPage[]): TrayWork {
  const [id, setId] = useState<string | null>(null)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [said, say] = useState('')
  const [isFiling, setFiling] = useState(false)
  const current = pages.find(page => page.id === id) ?? firstToDecide(pages)
  const chosen = pages.filter(page => selected.has(page.id))
  const acted = chosen.length > 0 ? chosen : current === undefined ? [] : [current]
  const ids = acted.map(page => page.id)

  /** The page that is in focus next: the one after those that went. */
  function goOn(): void {
    const last = pages.findIndex(page => page.id === ids.at(-1))
    const rest = [...pages.slice(last + 1), ...pages.slice(0, last)].filter(page => !ids.includes(page.id))
    const next = (rest.find(page => page.place === null && page.cover === null && page.aside === null) ?? rest[0])?.id ?? null
    setSelected(new Set())
    setId(next)
    if (next !== null) requestAnimationFrame(() => { focusPage(next) })
  }

  async function act(what: () => Promise<{ readonly ok: boolean }>, then: 'stay' | 'go-on', words = ''): Promise<void> {
    if (ids.length === 0) return
    const answer = await what()
    if (!answer.ok) return
    say(words)
    if (then === 'go-on') goOn()
    else if (current !== undefined) requestAnimationFrame(() => { focusPage(current.id) })
  }

  const place = (to: PagePlace | null, name: string): void => {
    void act(() => doInTray(() => main.scanning.place(ids, to)), 'go-on', t.moved(name))
  }

  function move(by: 1 | -1): void {
    if (current === undefined) return
    const at = pages.indexOf(current)
    const before = by === -1 ? pages[at - 1]?.id : pages[at + 2]?.id ?? null
    if (before !== undefined) void act(() => doInTray(() => main.scanning.move(current.id, before)), 'stay')
  }

  async function file(): Promise<void> {
    setFiling(true)
    const filed = await doInTray(() => main.scanning.file())
    setFiling(false)
    if (!filed.ok) return
    const left = pages.filter(page => page.aside === null && page.cover === null && page.place?.kind !== 'paper').length
    say(t.filed(filed.value.pages, filed.value.dossiers.length, left))
    setSelected(new Set())
  }

  return {
    current, selected, said, isFiling, place, move,
    look: setId,
    toggle: which => { setSelected(before => new Set(before.has(which) ? [...before].filter(one => one !== which) : [...before, which])) },
    takeSuggestion: () => {
      const to = current?.suggestion ?? null
      if (to !== null) void act(() => doInTray(() => main.scanning.place(ids, to)), 'go-on')
    },
    turn: by => { void act(() => doInTray(() => main.scanning.turn(ids, by)), 'stay') },
    takeOut: () => { void act(() => doInTray(() => main.scanning.takeOut(ids)), 'go-on') },
    bringBack: () => {
      const gone = acted.filter(page => page.aside !== null)
      const back = gone.length > 0 ? gone : pages.filter(page => page.aside === 'taken-out').slice(-1)
      if (back.length > 0) void doInTray(() => main.scanning.bringBack(back.map(page => page.id)))
    },
    scanOn: () => { void scanInto(null) },
    scanAgain: () => {
      if (current !== undefined) void doInTray(() => main.scanning.start({ into: null, goOn: null, instead: current.id }))
    },
    cleanAgain: () => { if (current !== undefined) void doInTray(() => main.scanning.cleanAgain([current.id])) },
    stop: () => { void main.scanning.stop().then(loadTray) },
    takeOver: ({ run, desk }) => {
      void doInTray(() => main.scanning.takeOver(run)).then(taken => { if (taken.ok) say(t.leftHere.taken(desk)) })
    },
    file: () => { void file() },
  }
}

/** Bare keys, where no text field has the cursor: digits place, Space selects, Enter takes the suggestion. */
export function useBareKeys(work: TrayWork, dossier: Dossier | undefined, onOther: () => void): void {
  const answer = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return
    const [, digit] = /^Digit([1-9])$/.exec(event.code) ?? []
    const page = event.target instanceof HTMLElement ? event.target.dataset['page'] : undefined
    if (digit !== undefined) digitPressed(Number(digit))
    else if (event.key === ' ' && page !== undefined) work.toggle(page)
    else if (event.key === 'Enter' && page !== undefined) work.takeSuggestion()
    else return
    event.preventDefault()
  })
  function digitPressed(digit: number): void {
    const paper = digit <= MOST_DIGITS ? dossier?.papers[digit - 1] : undefined
    if (digit > MOST_DIGITS) onOther()
    else if (dossier !== undefined && paper !== undefined) work.place({ kind: 'paper', subject: dossier.subject, paper: paper.id }, paper.name)
  }
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => { answer(event) }
    window.addEventListener('keydown', listen)
    return () => { window.removeEventListener('keydown', listen) }
  }, [])
}

/** Also in the search field above the screen: a digit typed there files nothing. */
function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, select, textarea')
}

function firstToDecide(pages: readonly TrayPage[]): TrayPage | undefined {
  return pages.find(page => page.place === null && page.cover === null && page.aside === null) ?? pages[0]
}

function focusPage(id: string): void {
  document.querySelector<HTMLElement>(`[data-page="${id}"]`)?.focus()
}
