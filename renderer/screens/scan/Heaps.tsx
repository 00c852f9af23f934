import { shortCode } from '../../../shared/dossiers/code.ts'
import type { TrayPage } from '../../../shared/bridge/scanning-api.ts'
import type { Dossier } from '../../../shared/dossiers/dossier.ts'
import { useOffice } from '../../state/office.ts'
import { addressOf } from '../../state/scan-tray.ts'
import { scanText as t } from '../../text/scan.ts'
import { classNames } from '../../ui/class-names.ts'
import { KeyCap } from '../../ui/KeyCap.tsx'
import { useRoving } from '../../ui/use-roving.ts'
import { paperOf, type Heap } from './heaps.ts'
import { Thumb } from './Thumb.tsx'
import type { TrayWork } from './use-tray-work.ts'

export interface HeapsProps {
  readonly heaps: readonly Heap[]
  readonly dossiers: ReadonlyMap<string, Dossier>
  /** Whose papers have the digits. */
  readonly dossier: Dossier | undefined
  readonly work: TrayWork
}

/** The pages in groups; ← → ↑ ↓ go from one to the next, over all groups. */
export function Heaps({ heaps, dossiers, dossier, work }: HeapsProps) {
  const pages = heaps.flatMap(heap => heap.pages)
  const stops = new Map(pages.map(({ id }, i) => [id, i]))
  const roving = useRoving(pages.length, 'grid')
  const pattern = useOffice(state => state.view?.office.codePattern)
  const titleOf = ({ kind, subject, paper }: Heap): string => {
    const own = subject === null ? undefined : dossiers.get(subject)
    const { name, digit } = paperOf(own, paper)
    const code = own?.code === undefined || pattern === undefined ? '' : shortCode(own.code, pattern)
    if (kind === 'unclear') return t.unclear
    if (kind === 'aside') return t.aside
    if (kind === 'draft') return t.ofDraft
    if (kind === 'dossier') return t.ofDossier(code, own?.applicant.name ?? '')
    return subject === dossier?.subject ? t.heap(digit, name) : t.ofDossier(code, name)
  }
  const current = work.current
  const likely = current?.place === null && current.suggestion?.kind === 'paper' ? current.suggestion : null
  const like = likely === null ? null : paperOf(dossiers.get(likely.subject), likely.paper)
  return (
    <div className="heaps" {...roving.group}>
      {heaps.map(heap => (
        <section key={heap.key} className={classNames('heap', heap.kind === 'unclear' && 'unsure', heap.kind === 'aside' && 'aside')}>
          <h3>
            {titleOf(heap)}
            {heap.kind === 'unclear' && <span className="small">{t.unclearHint(heap.pages.length)}</span>}
            {heap.kind === 'aside' && <span className="small muted">{t.asideHint}</span>}
          </h3>
          <ul className="sheets">
            {heap.pages.map(page => (
              <li key={page.id}>
                <Thumb
                  id={page.id} isCard={isCard(page)} isCover={page.cover !== null}
                  image={page.page === null || isCard(page) ? null : addressOf(page)}
                  label={labelOf(page, heap)} read={t.read(labelOf(page, heap), placeWords(heap, titleOf(heap)), likeWords(page, dossiers))}
                  stop={stops.get(page.id) ?? 0} isStop={stops.get(page.id) === roving.current}
                  isCurrent={page.id === current?.id} isChosen={work.selected.has(page.id)} onLook={work.look}
                />
              </li>
            ))}
            {heap.kind === 'unclear' && like !== null && current !== undefined && (
              <li className="likely">
                {t.looksLike.before(current.sheet)}<b>{t.heap(like.digit, like.name)}</b>.
                {t.looksLike.after}<KeyCap>Enter</KeyCap>{t.looksLike.end}
              </li>
            )}
          </ul>
        </section>
      ))}
    </div>
  )
}

function isCard({ page }: TrayPage): boolean {
  return page?.sensitive === true
}

function labelOf(page: TrayPage, heap: Heap): string {
  const label = nameOf(page, heap)
  if (page.state === 'broken') return t.broken(label)
  if (page.state === 'coming') return t.coming(label)
  if (page.aside === 'blank') return t.blank(label)
  if (page.aside === 'taken-out') return t.takenOut(label)
  return page.isFaint ? t.faint(label) : label
}

function nameOf(page: TrayPage, { kind, pages }: Heap): string {
  if (page.cover !== null) return t.cover
  if (kind === 'paper') return t.page(pages.filter(({ cover }) => cover === null).indexOf(page) + 1)
  return t.sheet(page.sheet, page.side)
}

function placeWords({ kind }: Heap, title: string): string {
  return kind === 'unclear' ? t.readUnclear : t.readPlaced(title)
}

function likeWords({ suggestion, place }: TrayPage, dossiers: ReadonlyMap<string, Dossier>): string {
  if (place !== null || suggestion?.kind !== 'paper') return ''
  return t.readLike(paperOf(dossiers.get(suggestion.subject), suggestion.paper).name)
}
