import { create } from 'zustand'
import type { OfficeView } from '../../shared/bridge/main-api.ts'
import { inAskedOrder } from '../in-asked-order.ts'
import { main } from '../main-api.ts'

export interface OfficeState {
  /** Null before first start; meaningless until `loaded`. */
  readonly view: OfficeView | null
  readonly loaded: boolean
}

/** What this PC is: unit, desk, hours, printer, second copy. */
export const useOffice = create<OfficeState>(() => ({ view: null, loaded: false }))

const answers = inAskedOrder()

/** Asks the machine again; after first start, after a change of settings, when the journal grew. */
export async function loadOffice(): Promise<void> {
  await answers.ask(() => main.office.view(), view => { useOffice.setState({ view, loaded: true }) })
}

export function setOffice(view: OfficeView): void {
  answers.outdate()
  useOffice.setState({ view, loaded: true })
}
