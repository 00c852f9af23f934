import { useState } from 'react'
import type { PageOf } from '../../shared/papers/paper.ts'
import { pagesText as t } from '../text/pages.ts'
import { useRoving } from '../ui/use-roving.ts'
import './page-strip.css'

/** The pages of one paper: small in a row, one large under them; ← → walk, Enter opens, Esc closes. */
export function PageStrip({ pages, paperName }: { readonly pages: readonly PageOf[], readonly paperName: string }) {
  const [open, setOpen] = useState<number | null>(null)
  const roving = useRoving(pages.length, 'line')
  const large = open === null ? undefined : pages[open]
  if (pages.length === 0) return null
  return (
    <div className="page-strip">
      <div {...roving.group}>
        {pages.map(({ sha256 }, i) => (
          <button
            key={sha256} type="button" className="page-small" {...roving.stop(i)} aria-expanded={open === i}
            aria-label={t.page(paperName, i + 1, pages.length)} onClick={() => { setOpen(open === i ? null : i) }}
          >
            <img src={addressOf(sha256)} alt="" loading="lazy" />
          </button>
        ))}
      </div>
      {large !== undefined && open !== null && (
        <div
          className="page-large"
          onKeyDown={event => {
            if (event.key !== 'Escape') return
            event.stopPropagation()
            setOpen(null)
          }}
        >
          <img src={addressOf(large.sha256)} alt={t.page(paperName, open + 1, pages.length)} />
        </div>
      )}
    </div>
  )
}

function addressOf(sha256: string): string {
  return `page://here/${sha256}`
}
