import { useCallback, useEffect, useState } from 'react'
import type { DrawerView } from '../../../shared/bridge/cash-api.ts'
import { ask } from '../../ask.ts'
import { main, onMain } from '../../main-api.ts'

/** What should lie in the drawer of whoever is at the desk; asked again with every new line. Null until it is known. */
export function useDrawer(): DrawerView | null {
  const [drawer, setDrawer] = useState<DrawerView | null>(null)
  const read = useCallback(async (): Promise<void> => {
    const answer = await ask(() => main.cash.drawer())
    if (answer.ok) setDrawer(answer.value)
  }, [])
  useEffect(() => { void read() }, [read])
  useEffect(() => onMain('journal.grew', () => { void read() }), [read])
  return drawer
}
