import type { Day } from '../../../shared/base/day.ts'
import { REGISTERS } from '../../../shared/registers/registers.ts'
import { GROUPINGS } from '../../../shared/reports/groupings.ts'
import { getReport, REPORTS } from '../../../shared/reports/reports.ts'
import { changeBooks, movePeriod, periodOfBooks, useBooks, type Span } from '../../state/books.ts'
import { registers as t } from '../../text/registers.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { RadioGroup } from '../../ui/RadioGroup.tsx'
import { Select } from '../../ui/Select.tsx'

const SPANS: readonly Span[] = ['day', 'week', 'month', 'quarter', 'year', 'range', 'all']
const VIEWS = [{ value: 'register', label: t.views.register }, { value: 'report', label: t.views.report }] as const

/** Which book or report, of which days, and what is left out. */
export function Choose({ today }: { readonly today: Day }) {
  const state = useBooks()
  const { view, register, report, grouping, span, fromText, untilText, words } = state
  const spans = SPANS.filter(each => view === 'register' || each !== 'all').map(value => ({ value, label: t.spans[value] }))
  const isMoving = span !== 'all' && span !== 'range'
  return (
    <section className="panel pad choose" aria-label={t.choose} data-part="">
      <RadioGroup label={t.view} value={view} choices={VIEWS} onChoose={next => { turnTo(next, span) }} />
      {view === 'register'
        ? <Select
            label={t.register} value={register} choices={REGISTERS.map(({ name, title }) => ({ value: name, label: title }))}
            onChoose={next => { changeBooks({ register: next, sortBy: null }) }} className="wide"
          />
        : <>
          <Select
            label={t.report} value={report}
            choices={REPORTS.map(({ name, title, number }) => ({ value: name, label: titled(title, number) }))}
            onChoose={next => { turnToReport(next) }} className="wide"
          />
          <Select
            label={t.grouping} value={grouping} choices={GROUPINGS.map(({ name, title }) => ({ value: name, label: title }))}
            onChoose={next => { changeBooks({ grouping: next, cell: null, sortBy: null }) }}
          />
        </>}
      <Select label={t.span} value={span} choices={spans} onChoose={next => { changeBooks({ span: next, cell: null }) }} />
      {isMoving && <div className="moves">
        <Button onClick={() => { move(-1, today) }}>{t.before}</Button>
        <Button onClick={() => { move(1, today) }}>{t.after}</Button>
      </div>}
      {span === 'range' && <>
        <Field label={t.from} value={fromText} placeholder={t.dayHint} onText={text => { changeBooks({ fromText: text, cell: null }) }} />
        <Field
          label={t.until} value={untilText} placeholder={t.dayHint} onText={text => { changeBooks({ untilText: text, cell: null }) }}
          problem={periodOfBooks(state, today) === undefined && untilText !== '' ? t.notDays : undefined}
        />
      </>}
      {view === 'register' && <Field
        label={t.words} value={words} placeholder={t.wordsHint} maxLength={200} className="wide" data-first=""
        onText={text => { changeBooks({ words: text }) }}
      />}
    </section>
  )
}

function turnTo(view: 'register' | 'report', span: Span): void {
  changeBooks({ view, cell: null, sortBy: null, ...(view === 'report' && span === 'all' ? { span: 'year' } : {}) })
}

function turnToReport(report: string): void {
  const grouping = getReport(report)?.groupedBy
  changeBooks({ report, cell: null, sortBy: null, ...(grouping === undefined ? {} : { grouping }) })
}

function move(by: 1 | -1, today: Day): void {
  changeBooks({ cell: null })
  movePeriod(by, today)
}

function titled(title: string, number: string | null): string {
  return number === null ? title : `${number} · ${title}`
}
