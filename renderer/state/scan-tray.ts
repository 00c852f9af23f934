import { create } from 'zustand'
import type { Problem, Result } from '../../shared/base/result.ts'
import type { PagePlace, ScannersView, ScanTray, TrayPage } from '../../shared/bridge/scanning-api.ts'
import { ask } from '../ask.ts'
import { inAskedOrder } from '../in-asked-order.ts'
import { main, onMain } from '../main-api.ts'

export interface ScanTrayState {
  /** Null until the machine has answered once. */
  readonly tray: ScanTray | null
  readonly scanners: ScannersView | null
  /** What the machine answered to the last thing asked here, until the next. */
  readonly problem: Problem | null
  /** The row for which F5 was pressed last; null for a stack that files itself. */
  readonly asked: PagePlace | null
}

/** The scan tray (khay quét) and the scanners, as last told. */
export const useScanTray = create<ScanTrayState>(() => ({ tray: null, scanners: null, problem: null, asked: null }))

const answers = inAskedOrder()

/** Asks again, now. */
export async function loadTray(): Promise<void> {
  await answers.ask(
    () => Promise.all([main.scanning.tray(), main.scanning.scanners()]),
    ([tray, scanners]) => { useScanTray.setState({ tray, scanners }) })
}

/** Keeps asking whenever the machine says that something changed; the answer stops it. */
export function followTray(onFailure: (reason: unknown) => void): () => void {
  const again = (): void => { loadTray().catch(onFailure) }
  const stop = onMain('scanning.changed', again)
  again()
  return stop
}

/** Does something to the tray and shows it; what stands in the way is told where the tray is. */
export async function doInTray<T>(what: () => Promise<Result<T>>): Promise<Result<T>> {
  const answer = await ask(what)
  useScanTray.setState({ problem: answer.ok ? null : answer.problem })
  await loadTray()
  return answer
}

/** F5: scans for that row, or a stack that files itself; after a jam the stack goes on. */
export function scanInto(into: PagePlace | null): Promise<Result<null>> {
  const { tray } = useScanTray.getState()
  useScanTray.setState({ asked: into })
  const stopped = into === null && mayGoOn(tray) ? tray?.pages.at(-1)?.batch ?? null : null
  return doInTray(() => main.scanning.start({ into, goOn: stopped, instead: null }))
}

/** Whether a stack is in the middle: F5 goes on with it. */
export function mayGoOn(tray: ScanTray | null): boolean {
  return tray?.run.state === 'stopped' || tray?.run.state === 'ready'
}

/** Where the image of a page of the tray is; a page that was turned has another picture. */
export function addressOf({ id, turn, page }: TrayPage): string {
  return `page://tray/${id}?${String(turn)}${page?.sha256.slice(0, 8) ?? ''}`
}

/** Pages of the tray that were scanned for that row, in order. */
export function pagesFor(tray: ScanTray | null, place: PagePlace): readonly TrayPage[] {
  return tray?.pages.filter(page => page.aside === null && page.place !== null && samePlace(page.place, place)) ?? []
}

export function samePlace(one: PagePlace, other: PagePlace): boolean {
  if (one.kind === 'paper') return other.kind === 'paper' && one.subject === other.subject && one.paper === other.paper
  return other.kind === 'draft' && one.draft === other.draft && one.paper === other.paper
}
