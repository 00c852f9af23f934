import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import { searchProcedures } from '../../../shared/procedures/search.ts'
import { findProcedure } from '../../../shared/procedures/catalogue.ts'
import type { Procedure } from '../../../shared/procedures/procedure.ts'
import { report } from '../../ask.ts'
import { Screen } from '../../parts/Screen.tsx'
import { loadCatalogue, useCatalogue } from '../../state/catalogue.ts'
import { goTo, usePlace } from '../../state/place.ts'
import { catalogueWords as words } from '../../text/catalogue.ts'
import { Field } from '../../ui/Field.tsx'
import { List, type Column } from '../../ui/List.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { ProcedurePage } from './ProcedurePage.tsx'
import './catalogue.css'

const COLUMNS: readonly Column<Procedure>[] = [
  { id: 'name', head: words.heads.name, cell: procedure => procedure.shortName },
  { id: 'field', head: words.heads.field, width: '170px', cell: procedure => procedure.field },
  { id: 'code', head: words.heads.code, width: '92px', cell: procedure => procedure.code },
]

/** Every procedure of the office, to look up what must be brought before a dossier is begun. */
export function CatalogueScreen() {
  const catalogue = useCatalogue(state => state.catalogue)
  const subject = usePlace(state => state.subject)
  const [query, setQuery] = useState('')
  const [code, setCode] = useState<string | null>(subject)
  const asked = useDeferredValue(query)
  useEffect(() => { loadCatalogue().catch((reason: unknown) => { void report(reason) }) }, [])

  const all = catalogue?.procedures.length ?? 0
  const found = useMemo(() => catalogue === null ? [] : findAll(asked, catalogue), [asked, catalogue])
  const chosen = catalogue === null ? undefined : code === null ? found[0] : findProcedure(catalogue, code)
  const receive = (): void => { if (chosen !== undefined) goTo('intake', chosen.code) }

  const lead = catalogue === null ? words.opening : words.lead(all, catalogue.version)
  return (
    <Screen title={words.title} showTitle lead={lead} help={words.help} keys={[
      { shortcut: 'F9', label: words.receive, act: receive, main: true },
      { cap: 'F6', label: words.keys.parts },
      { cap: '↑ ↓', label: words.keys.rows },
    ]}>
      <div className="catalogue">
        <Panel title={words.list} note={<span role="status">{words.found(found.length, all)}</span>} className="catalogue-list">
          <div className="catalogue-find">
            <Field label={words.find} hint={words.findHint} value={query} maxLength={200} onText={text => {
              setQuery(text)
              setCode(null)
            }} />
          </div>
          <div className="catalogue-rows" tabIndex={-1}>
            {found.length === 0 && catalogue !== null
              ? <p className="empty">{words.none}</p>
              : <List caption={words.list} columns={COLUMNS} rows={found} keyOf={row => row.code} chosen={chosen?.code}
                  onCurrent={row => { setCode(row.code) }} onOpen={row => { setCode(row.code) }} />}
          </div>
        </Panel>
        {chosen === undefined
          ? <Panel title={words.title}><p className="empty">{words.choose}</p></Panel>
          : <ProcedurePage key={chosen.code} procedure={chosen} onReceive={receive} />}
      </div>
    </Screen>
  )
}

/** With nothing typed the whole catalogue, most received first; otherwise what answers. */
function findAll(query: string, catalogue: NonNullable<ReturnType<typeof useCatalogue.getState>['catalogue']>): readonly Procedure[] {
  if (query.trim() !== '') return searchProcedures(catalogue, query, { limit: 60 })
  return [...catalogue.procedures].sort((a, b) => (a.rank ?? 999) - (b.rank ?? 999) || a.field.localeCompare(b.field, 'vi'))
}
