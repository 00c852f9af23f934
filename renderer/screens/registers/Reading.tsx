import { useEffect, useState } from 'react'
import { onMain } from '../../main-api.ts'
import { registers as t } from '../../text/registers.ts'

/** In the place of a list that is still being read: how far. */
export function Reading() {
  const [far, setFar] = useState<{ readonly read: number; readonly total: number } | null>(null)
  useEffect(() => onMain('books.reading', setFar), [])
  return <p className="empty" role="status">{far === null ? t.asking : t.reading(far.read, far.total)}</p>
}
