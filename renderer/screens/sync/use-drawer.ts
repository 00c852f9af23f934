import { useCallback, useEffect, useMemo, useState } from 'react'
import type { DrawerView } from '../../../shared/bridge/cash-api.ts'
import { ask } from '../../ask.ts'
import { inAskedOrder } from '../../in-asked-order.ts'
import { main, onMain } from '../../main-api.ts'

/** What should lie in the drawer of whoever is at the desk; asked again with every new line. Null until it is known. */
export function useDrawer(): DrawerView | null {
  const [drawer, setDrawer] = useState<DrawerView | null>(null)
  const answers = useMemo(inAskedOrder, [])
  const read = useCallback(
    () => answers.ask(() => ask(() => main.cash.drawer()), answer => { if (answer.ok) setDrawer(answer.value) }), [answers])
  useEffect(() => { void read() }, [read])
  useEffect(() => onMain('journal.grew', () => { void read() }), [read])
  return drawer
}
