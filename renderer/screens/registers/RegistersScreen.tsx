import { useDeferredValue } from 'react'
import { dayOfInstant, type Day } from '../../../shared/base/day.ts'
import type { CellQuestion, RegisterQuestion, ReportQuestion } from '../../../shared/bridge/books-api.ts'
import { mayDo } from '../../../shared/users/role.ts'
import { Screen, type ScreenKey } from '../../parts/Screen.tsx'
import { changeBooks, periodOfBooks, useBooks, type BooksState } from '../../state/books.ts'
import { goTo } from '../../state/place.ts'
import { useProgram } from '../../state/program.ts'
import { useSession } from '../../state/session.ts'
import { problemText } from '../../text/problems.ts'
import { registers as t } from '../../text/registers.ts'
import { Message } from '../../ui/Message.tsx'
import { Chart } from './Chart.tsx'
import { Choose } from './Choose.tsx'
import { Figures } from './Figures.tsx'
import { GivingLine } from './GivingLine.tsx'
import { ListPanel } from './ListPanel.tsx'
import { Reading } from './Reading.tsx'
import { ReportPanel } from './ReportPanel.tsx'
import { useGiving, type Gives } from './use-giving.ts'
import { useList } from './use-list.ts'
import { useReport } from './use-report.ts'
import './registers.css'

/** Sổ, báo cáo: a book or a report of some days, on screen, on paper and as a file. */
export function RegistersScreen() {
  const today = useProgram(state => state.now === null ? null : dayOfInstant(state.now))
  return today === null ? null : <Books today={today} />
}

function Books({ today }: { readonly today: Day }) {
  const state = useBooks()
  const words = useDeferredValue(state.words)
  const mayRead = useSession(({ who }) => who !== null && mayDo(who.roles, 'report/sign'))
  const period = periodOfBooks(state, today)
  const days = period == null ? t.always : t.days(period.from, period.until)
  const register = state.view === 'register' && period !== undefined ? registerQuestion({ ...state, words }, period) : null
  const report = state.view === 'report' && period != null ? reportQuestion(state, period) : null
  const cell = report !== null && state.cell !== null ? cellQuestion(state, report) : null
  const question = register ?? cell
  const list = useList(question)
  const figures = useReport(report)
  const gives = useGiving(question ?? report)

  return (
    <Screen title={t.title} help={t.help} keys={keysOf(state, gives, mayRead)} onLeave={() => {
      if (state.cell === null) goTo('desk')
      else changeBooks({ cell: null, sortBy: null })
    }}>
      <Choose today={today} />
      <GivingLine giving={gives.giving} />
      {question !== null && <ListPanel question={question} list={list} days={days} />}
      {report !== null && cell === null && <Report shown={figures} days={days} isProgress={state.report === 'progress'} />}
    </Screen>
  )
}

interface ReportProps {
  readonly shown: ReturnType<typeof useReport>
  readonly days: string
  readonly isProgress: boolean
}

function Report({ shown: { answer, problem }, days, isProgress }: ReportProps) {
  if (problem !== null) return <Message tone="soon" role="status">{problemText(problem)}</Message>
  if (answer === null) return <Reading />
  return (
    <>
      <Figures answer={answer} />
      <ReportPanel answer={answer} days={days} />
      {isProgress && answer.lines.length > 0 && <Chart answer={answer} />}
    </>
  )
}

function keysOf({ view, cell }: BooksState, gives: Gives, mayRead: boolean): readonly ScreenKey[] {
  const isList = view === 'register' || cell !== null
  return [
    { shortcut: 'F9', label: t.keys.print, act: gives.print, main: true },
    { shortcut: 'Control+S', label: t.keys.xlsx, act: () => { gives.save('xlsx') } },
    ...(isList ? [{ shortcut: 'F8', label: t.keys.csv, act: () => { gives.save('csv') } }] : []),
    ...(!isList && mayRead ? [{ shortcut: 'F8', label: t.keys.sign, act: gives.sign }] : []),
    { cap: '↑ ↓', label: isList ? t.keys.rows : t.keys.cells },
    { cap: 'Enter', label: isList ? t.keys.open : t.keys.list },
    { cap: 'F6', label: t.keys.next },
    ...(cell === null ? [] : [{ cap: 'Esc', label: t.backToReport, act: () => { changeBooks({ cell: null, sortBy: null }) } }]),
  ]
}

type Days = { readonly from: Day; readonly until: Day }

function registerQuestion({ register, words, sortBy }: BooksState, period: Days | null): RegisterQuestion {
  return { kind: 'register', register, from: period?.from ?? null, until: period?.until ?? null, words, sortBy }
}

function reportQuestion({ report, grouping }: BooksState, { from, until }: Days): ReportQuestion {
  return { kind: 'report', report, grouping, from, until }
}

function cellQuestion({ cell, sortBy }: BooksState, report: ReportQuestion): CellQuestion | null {
  return cell === null ? null : { ...report, kind: 'cell', row: cell.row, column: cell.column, sortBy }
}
