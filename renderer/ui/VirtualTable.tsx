import { memo, useCallback, useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { classNames } from './class-names.ts'

export interface VirtualColumn {
  readonly key: string
  readonly head: string
  /** Pixels. */
  readonly width: number
  readonly align?: 'right'
}

export interface SortBy {
  readonly key: string
  readonly descending: boolean
}

export interface VirtualTableProps {
  /** What it lists; another list begins at its first row. */
  readonly of: string
  /** Title and order, for readers. */
  readonly caption: string
  readonly columns: readonly VirtualColumn[]
  readonly count: number
  /** Texts of one row in the order of the columns, the same array as long as they are the same; undefined while it is on its way. */
  readonly cells: (row: number) => readonly string[] | undefined
  /** These rows are in view. */
  readonly onView: (first: number, last: number) => void
  readonly onOpen: (row: number) => void
  readonly sortBy: SortBy | null
  readonly onSort: (sortBy: SortBy | null) => void
  /** What the button of a column's head is called. */
  readonly sortLabel: (head: string) => string
  readonly numberHead: string
  /** Under the rows, such as sums; always in view. */
  readonly foot?: readonly string[] | undefined
}

/** Pixels; every row is as high as this, so that the place of a row is known without drawing it. */
const ROW = 36
const AROUND = 12
const A_PAGE = 15

/** A table of any length that draws what is in view; arrows, PgUp, PgDn, Home and End walk it, Enter opens. */
export function VirtualTable(props: VirtualTableProps) {
  const { of, caption, columns, count, cells, onView, onOpen, numberHead, foot } = props
  const box = useRef<HTMLDivElement>(null)
  const [view, setView] = useState({ first: 0, last: 40 })
  const [chosen, setChosen] = useState(0)
  const isWalking = useRef(false)
  const current = Math.min(chosen, Math.max(0, count - 1))
  const first = Math.max(0, Math.min(view.first, count) - AROUND)
  const last = Math.min(count, view.last + AROUND)
  // Tab comes to the row one was at; scrolled far away from it, to the first that stands free of the head.
  const stop = current >= first && current < last ? current : Math.min(view.first + 1, last - 1)

  const opening = useRef(onOpen)
  useEffect(() => { opening.current = onOpen })
  const openRow = useCallback((row: number): void => { opening.current(row) }, [])

  function look(): void {
    if (box.current === null) return
    const { scrollTop, clientHeight } = box.current
    const next = { first: Math.floor(scrollTop / ROW), last: Math.ceil((scrollTop + clientHeight) / ROW) }
    setView(before => before.first === next.first && before.last === next.last ? before : next)
  }

  useEffect(() => {
    const element = box.current
    if (element === null) return undefined
    const watching = new ResizeObserver(look)
    watching.observe(element)
    return () => { watching.disconnect() }
  }, [])
  useEffect(() => { box.current?.scrollTo({ top: 0 }) }, [of])
  useEffect(() => { onView(first, last) }, [first, last, onView])
  useEffect(() => {
    if (!isWalking.current) return
    const button = box.current?.querySelector<HTMLElement>(`[data-stop="${String(current)}"]`)
    if (button !== null && button !== undefined) {
      isWalking.current = false
      button.focus({ preventScroll: true })
    }
  })

  function walk(event: KeyboardEvent<HTMLElement>): void {
    const step = STEPS[event.key]
    if (step === undefined || event.ctrlKey || event.altKey || !(event.target instanceof Element) || event.target.closest('[data-stop]') === null) return
    event.preventDefault()
    const to = Math.max(0, Math.min(count - 1, step(current, count)))
    isWalking.current = true
    setChosen(to)
    bringIntoView(box.current, to)
    look()
  }

  return (
    <div className="virtual" ref={box} onScroll={look} onKeyDown={walk}>
      <table className="list" aria-rowcount={count + 1}>
        <caption className="sr">{caption}</caption>
        <colgroup>
          <col style={{ width: '56px' }} />
          {columns.map(({ key, width }) => <col key={key} style={{ width: `${String(width)}px` }} />)}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" className="num">{numberHead}</th>
            {columns.map(column => <Head key={column.key} column={column} {...props} />)}
          </tr>
        </thead>
        <tbody>
          <Gap rows={first} />
          {Array.from({ length: Math.max(0, last - first) }, (_, i) => first + i).map(row => (
            <Row key={row} row={row} columns={columns} texts={cells(row)} isStop={row === stop} onOpen={openRow} onFocus={setChosen} />
          ))}
          <Gap rows={count - last} />
        </tbody>
        {foot !== undefined && <tfoot><tr><td /><Cells columns={columns} texts={foot} /></tr></tfoot>}
      </table>
    </div>
  )
}

function Head({ column: { key, head, align }, sortBy, onSort, sortLabel }: VirtualTableProps & { readonly column: VirtualColumn }) {
  const mine = sortBy?.key === key ? sortBy : null
  const sorting = mine === null ? undefined : mine.descending ? 'descending' : 'ascending'
  const next = mine === null ? { key, descending: false } : mine.descending ? null : { key, descending: true }
  return (
    <th scope="col" className={classNames(align === 'right' && 'num')} aria-sort={sorting}>
      <button type="button" className="sort" title={sortLabel(head)} onClick={() => { onSort(next) }}>
        {head}<span aria-hidden="true">{mine === null ? '' : mine.descending ? '↓' : '↑'}</span>
      </button>
    </th>
  )
}

interface RowProps extends CellsProps {
  readonly row: number
  /** Tab comes to this row. */
  readonly isStop: boolean
  readonly onOpen: (row: number) => void
  readonly onFocus: (row: number) => void
}

/** Drawn anew only when it changes: scrolling leaves most rows as they are. */
const Row = memo(function Row({ row, columns, texts, isStop, onOpen, onFocus }: RowProps) {
  return (
    <tr aria-rowindex={row + 2} onClick={() => { onOpen(row) }}>
      <td className="num">
        <button
          type="button" className="open" data-stop={row} tabIndex={isStop ? 0 : -1}
          onFocus={() => { onFocus(row) }}
          onClick={event => {
            event.stopPropagation()
            onOpen(row)
          }}
        >
          {row + 1}
        </button>
      </td>
      <Cells columns={columns} texts={texts} />
    </tr>
  )
})

interface CellsProps {
  readonly columns: readonly VirtualColumn[]
  readonly texts: readonly string[] | undefined
}

function Cells({ columns, texts }: CellsProps): ReactNode {
  return columns.map(({ key, align }, i) => (
    <td key={key} className={classNames('cut', align === 'right' && 'num')} title={texts?.[i]}>{texts?.[i]}</td>
  ))
}

/** The room of rows that are not drawn. */
function Gap({ rows }: { readonly rows: number }) {
  if (rows <= 0) return null
  return <tr aria-hidden="true" className="gap" style={{ height: `${String(rows * ROW)}px` }}><td /></tr>
}

const STEPS: Readonly<Record<string, ((from: number, count: number) => number) | undefined>> = {
  ArrowDown: from => from + 1,
  ArrowUp: from => from - 1,
  PageDown: from => from + A_PAGE,
  PageUp: from => from - A_PAGE,
  Home: () => 0,
  End: (_, count) => count - 1,
}

/** Head and sums lie over the first and last row in view. */
function bringIntoView(box: HTMLElement | null, row: number): void {
  if (box === null) return
  const [top, bottom] = [row * ROW, (row + 1) * ROW]
  const room = box.clientHeight - 2 * ROW - ROW
  if (top < box.scrollTop) box.scrollTop = top
  else if (bottom > box.scrollTop + room) box.scrollTop = bottom - room
}
