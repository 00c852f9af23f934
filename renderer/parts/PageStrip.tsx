import { useState } from 'react'
import type { Result } from '../../shared/base/result.ts'
import type { PageOf } from '../../shared/papers/paper.ts'
import { pagesText as t } from '../text/pages.ts'
import { useRoving } from '../ui/use-roving.ts'
import { CoveredPage } from './CoveredPage.tsx'
import './page-strip.css'

export interface PageStripProps {
  /** The dossier they belong to. */
  readonly subject: string
  readonly pages: readonly PageOf[]
  readonly paperName: string
  /** Writes down that the image of a card is looked at, and why; without it cards stay covered. */
  readonly onLook?: (page: PageOf, reason: string) => Promise<Result<unknown>>
}

/** The pages of one paper: small in a row, one large under them; ← → walk, Enter opens, Esc closes. Cards are covered. */
export function PageStrip({ subject, pages, paperName, onLook }: PageStripProps) {
  const [open, setOpen] = useState<number | null>(null)
  const [uncovered, setUncovered] = useState<string | null>(null)
  const [away, setAway] = useState<readonly string[]>([])
  const [smallAway, setSmallAway] = useState<readonly string[]>([])
  const roving = useRoving(pages.length, 'line')
  const large = open === null ? undefined : pages[open]
  if (pages.length === 0) return null
  const close = (): void => {
    setOpen(null)
    setUncovered(null)
    setAway([])
  }
  const noteAway = (page: PageOf): void => { setAway(known => [...known, page.sha256]) }
  const isCovered = (page: PageOf): boolean => page.sensitive === true && uncovered !== page.sha256
  return (
    <div className="page-strip">
      <div {...roving.group}>
        {pages.map((page, i) => (
          <button
            key={page.sha256} type="button" className="page-small" {...roving.stop(i)} aria-expanded={open === i}
            aria-label={t.page(paperName, i + 1, pages.length) + (page.sensitive === true ? `, ${t.cardImage}` : smallAway.includes(page.sha256) ? `, ${t.notHere}` : '')}
            onClick={() => {
              close()
              if (open !== i) setOpen(i)
            }}
          >
            {page.sensitive === true && <span className="tiny muted" aria-hidden="true">{t.cardImage}</span>}
            {page.sensitive !== true && smallAway.includes(page.sha256) && <span className="tiny muted">{t.notHere}</span>}
            {page.sensitive !== true && !smallAway.includes(page.sha256) && (
              <img src={smallOf(subject, page)} alt="" loading="lazy" onError={() => { setSmallAway(known => [...known, page.sha256]) }} />
            )}
          </button>
        ))}
      </div>
      {large !== undefined && open !== null && (
        <div
          className="page-large"
          onKeyDown={event => {
            if (event.key !== 'Escape') return
            event.stopPropagation()
            close()
          }}
        >
          {isCovered(large) && onLook !== undefined && (
            <CoveredPage key={large.sha256} onLook={reason => onLook(large, reason)} onUncovered={() => { setUncovered(large.sha256) }} />
          )}
          {isCovered(large) && onLook === undefined && <p className="page-cover pad">{t.covered}</p>}
          {!isCovered(large) && away.includes(large.sha256) && <p className="page-cover pad" role="status">{t.away}</p>}
          {!isCovered(large) && !away.includes(large.sha256) && (
            <img
              src={`${smallOf(subject, large)}?whole`} alt={t.page(paperName, open + 1, pages.length)} onError={() => { noteAway(large) }}
              onLoad={() => { setSmallAway(known => known.filter(sha256 => sha256 !== large.sha256)) }}
            />
          )}
        </div>
      )}
    </div>
  )
}

function smallOf(subject: string, { sha256 }: PageOf): string {
  return `page://here/${subject}/${sha256}`
}
