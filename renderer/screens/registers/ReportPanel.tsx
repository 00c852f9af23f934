import type { ReportAnswer, ReportLine } from '../../../shared/bridge/books-api.ts'
import { changeBooks } from '../../state/books.ts'
import { formatCount } from '../../text/format.ts'
import { registers as t } from '../../text/registers.ts'
import { classNames } from '../../ui/class-names.ts'
import { Panel } from '../../ui/Panel.tsx'
import { useRoving } from '../../ui/use-roving.ts'

/** A report: a row a group, sums first; every figure opens the list it is the length of. */
export function ReportPanel({ answer, days }: { readonly answer: ReportAnswer; readonly days: string }) {
  const { title, number, groupedBy, columns, lines, total } = answer
  const all = [total, ...lines]
  const roving = useRoving(all.length * columns.length, 'grid', columns.length)
  return (
    <Panel title={number === null ? title : `${number} · ${title}`} className="book report" note={<span role="status">{days}</span>}>
      <div className="virtual" {...roving.group}>
        <table className="list">
          <caption className="sr">{title}, {days}</caption>
          <thead>
            <tr>
              <th scope="col">{groupedBy}</th>
              {columns.map(column => <th key={column.key} scope="col" className="num column">{headOf(column)}</th>)}
            </tr>
          </thead>
          <tbody>
            {all.map((line, row) => (
              <tr key={line.key ?? ''} className={line.key === null ? 'sums' : undefined}>
                <th scope="row">{nameOf(line)}</th>
                {line.figures.map((figure, i) => {
                  const column = columns[i]
                  return column === undefined ? null : (
                    <td key={column.key} className="num">
                      <button
                        type="button" className={classNames('open', figure === 0 && 'zero')} {...roving.stop(row * columns.length + i)}
                        aria-label={t.cellOf(nameOf(line), column.title, figure)}
                        onClick={() => { changeBooks({ cell: { row: line.key, column: column.key }, sortBy: null }) }}
                      >
                        {formatCount(figure)}
                      </button>
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}

function headOf({ number, title }: ReportAnswer['columns'][number]): string {
  return number === '' ? title : `(${number}) ${title}`
}

function nameOf({ key, name }: ReportLine): string {
  return key === null ? t.total : name
}
