import { goTo } from '../../state/place.ts'
import { search } from '../../text/search.ts'
import { Button } from '../../ui/Button.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { useInPapers } from './use-in-papers.ts'

/** Dossiers whose scanned papers hold the words; absent while there are none. */
export function InPapers({ text }: { readonly text: string }) {
  const hits = useInPapers(text)
  if (hits.length === 0) return null
  return (
    <Panel title={search.inPapers} note={search.inPapersNote}>
      <ul className="pad stack">
        {hits.map(({ subject, code, applicantName, paperName, page }) => (
          <li key={subject}>
            <Button kind="quiet" onClick={() => { goTo('dossier', subject) }}>{search.inPaper(code, applicantName, paperName, page)}</Button>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
