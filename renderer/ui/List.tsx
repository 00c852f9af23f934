import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { useRoving } from './use-roving.ts'

export interface Column<Row> {
  readonly id: string
  readonly head: string
  /** CSS width; without one the column takes what is left. */
  readonly width?: string
  readonly align?: 'right' | 'middle'
  readonly cell: (row: Row) => ReactNode
}

export interface ListProps<Row> {
  /** Title and order, for readers. */
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string
  /** Enter or a click anywhere in the row. */
  readonly onOpen: (row: Row) => void
  /** The row that is open beside the list, if any. */
  readonly chosen?: string | undefined
  /** The cursor came to this row. */
  readonly onCurrent?: (row: Row) => void
  /** Rows a person marks with Space, to do one thing to all of them. */
  readonly marks?: {
    readonly isMarked: (row: Row) => boolean
    readonly onMark: (row: Row) => void
    readonly label: (row: Row) => string
  } | undefined
  readonly className?: string
}

/** A table whose rows are walked with the arrows and opened with Enter; the first cell of a row holds its one button. */
export function List<Row>({ caption, columns, rows, keyOf, onOpen, chosen, onCurrent, marks, className }: ListProps<Row>) {
  const roving = useRoving(rows.length, 'rows')
  return (
    <table className={classNames('list', className)} {...roving.group}>
      <caption className="sr">{caption}</caption>
      <colgroup>
        {marks !== undefined && <col className="mark-col" />}
        {columns.map(column => <col key={column.id} style={column.width === undefined ? {} : { width: column.width }} />)}
      </colgroup>
      <thead>
        <tr>{marks !== undefined && <td />}{columns.map(column => <th key={column.id} scope="col" className={alignClass(column.align)}>{column.head}</th>)}</tr>
      </thead>
      <tbody>
        {rows.map((row, i) => (
          <tr key={keyOf(row)} className={classNames(chosen === keyOf(row) && 'on')} onClick={() => { onOpen(row) }}>
            {marks !== undefined && (
              <td className="mid" onClick={event => { event.stopPropagation() }}>
                <input type="checkbox" tabIndex={-1} aria-label={marks.label(row)} checked={marks.isMarked(row)} onChange={() => { marks.onMark(row) }} />
              </td>
            )}
            {columns.map((column, at) => (
              <td key={column.id} className={alignClass(column.align)}>
                {at === 0
                  ? (
                    <button
                      type="button"
                      className="open"
                      {...roving.stop(i)}
                      aria-current={chosen === keyOf(row) ? true : undefined}
                      onFocus={() => { onCurrent?.(row) }}
                      onKeyDown={event => {
                        if (event.key !== ' ' || marks === undefined) return
                        event.preventDefault()
                        marks.onMark(row)
                      }}
                      onClick={event => {
                        event.stopPropagation()
                        onOpen(row)
                      }}
                    >
                      {column.cell(row)}
                    </button>
                  )
                  : column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function alignClass(align: 'right' | 'middle' | undefined): string | undefined {
  return align === 'right' ? 'num' : align === 'middle' ? 'mid' : undefined
}
