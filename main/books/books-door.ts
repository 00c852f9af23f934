import { basename, dirname } from 'node:path'
import { Type } from 'typebox'
import { Value } from 'typebox/value'
import type { Act, NewAct } from '../../shared/acts/act.ts'
import { dayOfInstant } from '../../shared/base/day.ts'
import { failure, success, type Problem, type Result } from '../../shared/base/result.ts'
import { BookQuestion, ListQuestion, type BooksApi, type ReportQuestion } from '../../shared/bridge/books-api.ts'
import type { Office } from '../../shared/units/office.ts'
import type { Right } from '../../shared/users/role.ts'
import type { User } from '../../shared/users/user.ts'
import { signedSubject } from '../../shared/reports/signed-figures.ts'
import { isFileError } from '../journal/durable-file.ts'
import { savePdf } from '../printing/save-pdf.ts'
import type { PaperTools } from '../printing/send-paper.ts'
import type { BookOffice } from './answer.ts'
import type { BooksThread } from './books-thread.ts'
import { fileName } from './file-name.ts'
import { printBook } from './print-book.ts'

export interface BooksDoorTools {
  readonly thread: BooksThread
  readonly papers: PaperTools
  readonly office: () => Office | undefined
  readonly user: () => User | undefined
  readonly may: (right: Right) => Result<unknown>
  /** Names of the procedures of the express lane, by code. */
  readonly procedureNames: () => Readonly<Record<string, string>>
  /** UTC, ms. */
  readonly now: () => string
  readonly record: (acts: readonly NewAct[], author: string) => Promise<Result<readonly Act[]>>
  /** The system's own dialog for where the file goes; null when cancelled. */
  readonly choosePlace: (fileName: string) => Promise<string | null>
  readonly report: (error: unknown) => unknown
}

/** Registers and reports as the window may ask about them; what leaves as paper or file is written down first. */
export function openBooksDoor(tools: BooksDoorTools): BooksApi {
  const { thread } = tools

  /** Who asks, for which office. Problems: `session/…`, `office/not-open`. */
  function admit(right: Right): Result<Asker, Problem> {
    const allowed = tools.may(right)
    if (!allowed.ok) return allowed
    const [office, user] = [tools.office(), tools.user()]
    if (office === undefined) return failure({ code: 'office/not-open' })
    if (user === undefined) return failure({ code: 'session/nobody' })
    const of: BookOffice = { unit: office.unit, today: dayOfInstant(tools.now()), procedureNames: tools.procedureNames() }
    return success({ office, user, of })
  }

  async function answered<T>(right: Right, answer: (asker: Asker) => Promise<Result<T>>): Promise<Result<T>> {
    const admitted = admit(right)
    if (!admitted.ok) return admitted
    try {
      return await answer(admitted.value)
    } catch (error) {
      tools.report(error)
      return failure({ code: 'register/unreadable' })
    }
  }

  /** Which book of which days went out, how much of it and how (rule U3). */
  function recordTaken({ office, user }: Asker, question: BookQuestion, count: number, to: string): Promise<Result<unknown>> {
    const { kind, from, until } = question
    const name = kind === 'register' ? question.register : question.report
    return tools.record([{ subject: `register:${office.unit}.${office.device}`, kind: 'register/taken-out', body: { kind, name, from, until, count, to } }], user.id)
  }

  async function save(asker: Asker, question: BookQuestion, as: 'xlsx' | 'csv'): ReturnType<BooksApi['save']> {
    const place = await tools.choosePlace(fileName(question, as))
    if (place === null) return success(null)
    const { bytes, count } = await thread.ask({ kind: 'file', question, office: asker.of, as })
    const recorded = await recordTaken(asker, question, count, as)
    if (!recorded.ok) return recorded
    try {
      return success({ file: await savePdf(dirname(place), basename(place), bytes), count })
    } catch (error) {
      if (!isFileError(error)) throw error
      return failure<NotSaved>({ code: isFileError(error, 'ENOSPC', 'EDQUOT') ? 'register/disk-full' : 'register/not-saved', file: place })
    }
  }

  async function print(asker: Asker, question: BookQuestion, to: 'printer' | 'pdf'): ReturnType<BooksApi['print']> {
    const whole = await thread.ask({ kind: 'table', question, office: asker.of })
    const recorded = await recordTaken(asker, question, whole.table.rows.length, to)
    if (!recorded.ok) return recorded
    const printed = await printBook(tools.papers, { question, whole, clerkName: asker.user.name, to })
    return printed.ok ? success({ file: printed.value }) : printed
  }

  async function sign({ office, user, of }: Asker, { from, until }: ReportQuestion): Promise<Result<null>> {
    if (until > of.today) return failure<NotOver>({ code: 'report/not-over', until })
    const counted = await thread.ask({ kind: 'figures', office: of, period: { from, until } })
    const body = { report: 'progress', from, until, on: of.today, ...counted, signedByName: user.name }
    const recorded = await tools.record([{ subject: signedSubject(office.unit, { from, until }), kind: 'report/signed', body }], user.id)
    return recorded.ok ? success(null) : recorded
  }

  return {
    list: (question, from, limit) => answered('register/read', async ({ of }) => {
      if (!Value.Check(ListQuestion, question) || !Value.Check(Stretch, [from, limit])) throw new Error('books.list asked for no list')
      return success(await thread.ask({ kind: 'list', question, office: of, from, limit }))
    }),
    report: question => answered('register/read', async ({ of }) => success(await thread.ask({ kind: 'report', question: checked(question), office: of }))),
    save: (question, as) => answered('register/read', asker => {
      if (!Value.Check(BookQuestion, question)) throw new Error('books.save asked for no book')
      return save(asker, question, as === 'csv' ? 'csv' : 'xlsx')
    }),
    print: (question, to) => answered('register/read', asker => {
      if (!Value.Check(BookQuestion, question)) throw new Error('books.print asked for no book')
      return print(asker, question, to === 'printer' ? 'printer' : 'pdf')
    }),
    sign: question => answered('report/sign', asker => sign(asker, checked(question))),
  }
}

interface Asker {
  readonly office: Office
  readonly user: User
  readonly of: BookOffice
}

interface NotSaved extends Problem {
  readonly code: 'register/disk-full' | 'register/not-saved'
  readonly file: string
}

interface NotOver extends Problem {
  readonly code: 'report/not-over'
  readonly until: string
}

const Stretch = Type.Tuple([Type.Integer({ minimum: 0 }), Type.Integer({ minimum: 0, maximum: 500 })])

function checked(question: unknown): ReportQuestion {
  if (!Value.Check(BookQuestion, question) || question.kind !== 'report') throw new Error('books asked for no report')
  return question
}
