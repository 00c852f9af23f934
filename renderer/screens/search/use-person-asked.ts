import { useEffect, useState } from 'react'
import { barePersonalNumber } from '../../parts/field-text.ts'
import { findPerson } from '../../store/queries/person.ts'

/** The personal number somebody typed in whole, once something of that person is here; null otherwise. */
export function usePersonAsked(text: string): string | null {
  const number = barePersonalNumber(text)
  const isWhole = /^(\d{9}|\d{12})$/.test(number)
  const [known, setKnown] = useState<string | null>(null)
  useEffect(() => {
    if (!isWhole) return undefined
    let isNewest = true
    void findPerson(number, 0).then(({ dossierCount, visits }) => {
      if (isNewest) setKnown(dossierCount + visits.length > 0 ? number : null)
    })
    return () => { isNewest = false }
  }, [number, isWhole])
  return isWhole && known === number ? number : null
}
