import { useEffect, useMemo, useRef, useState } from 'react'
import type { Day } from '../../../shared/base/day.ts'
import { normalise } from '../../../shared/base/text.ts'
import { asksSame, changeFind, NOTHING_ASKED, type Find } from '../../state/find.ts'
import { forgetSearch, keepSearch, MOST_SAVED, useSavedSearches } from '../../state/saved-searches.ts'
import { useSession } from '../../state/session.ts'
import { search as t } from '../../text/search.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { useKeys } from '../../ui/use-keys.ts'
import { suggestName } from './suggest-name.ts'
import { useFoundCounts } from './use-found.ts'

/** The questions this person keeps on this PC, each with its count and its digit; what is asked now can be kept beside them. */
export function SavedSearches({ find, today }: { readonly find: Find; readonly today: Day }) {
  const userId = useSession(state => state.who?.id ?? '')
  const { list } = useSavedSearches()
  const counts = useFoundCounts(useMemo(() => list.map(saved => saved.find), [list]), today)
  const [name, setName] = useState<string | null>(null)
  const [said, setSaid] = useState({ text: '', find })
  const field = useRef<HTMLInputElement>(null)
  const isNaming = name !== null
  useEffect(() => { if (isNaming) field.current?.select() }, [isNaming])
  const open = list.find(saved => asksSame(saved.find, find))
  const canKeep = open === undefined && !asksSame(find, NOTHING_ASKED)

  function begin(): boolean {
    if (!canKeep) return false
    setName(suggestName(find))
    return true
  }
  function keep(): void {
    const kept = normalise(name ?? '') || t.unnamed
    const isKept = keepSearch(userId, { name: kept, find })
    setName(null)
    const digit = useSavedSearches.getState().list.findIndex(saved => saved.name === kept) + 1
    setSaid({ text: isKept ? t.keptAs(kept, digit) : t.full(MOST_SAVED), find })
    document.getElementById('find')?.focus()
  }
  useKeys({
    'Control+S': begin,
    ...Object.fromEntries(list.map((saved, i) => [`Control+${String(i + 1)}`, () => { changeFind(saved.find) }])),
  })
  return (
    <div className="saved-searches" role="group" aria-label={t.saved}>
      {list.map((saved, i) => (
        <Button
          key={saved.name} size="small" shortcut={`Control+${String(i + 1)}`} aria-pressed={saved === open}
          onClick={() => { changeFind(saved.find) }}
        >
          {counts[i] === undefined ? saved.name : t.choice(saved.name, counts[i])}
        </Button>
      ))}
      {name === null && canKeep && <Button size="small" kind="quiet" shortcut="Control+S" onClick={begin}>{t.save}</Button>}
      {open !== undefined && <Button size="small" kind="quiet" onClick={() => {
        forgetSearch(userId, open.name)
        setSaid({ text: t.forgot(open.name), find })
        document.getElementById('find')?.focus()
      }}>{t.forget}</Button>}
      {name !== null && (
        <form className="row name-search" onSubmit={event => {
          event.preventDefault()
          keep()
        }} onKeyDown={event => {
          if (event.key !== 'Escape') return
          event.preventDefault()
          setName(null)
        }}>
          <Field label={t.savedName} ref={field} value={name} maxLength={40} onText={setName} />
          <Button size="small" submit>{t.keep}</Button>
          <Button size="small" kind="quiet" shortcut="Esc" onClick={() => { setName(null) }}>{t.leave}</Button>
        </form>
      )}
      <span role="status" className="small muted">{said.find === find && said.text}</span>
    </div>
  )
}
