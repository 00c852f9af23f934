import { useState } from 'react'
import type { Problem } from '../../../shared/base/result.ts'
import type { BookFile, BookQuestion } from '../../../shared/bridge/books-api.ts'
import { ask } from '../../ask.ts'
import { main } from '../../main-api.ts'
import { useOffice } from '../../state/office.ts'
import { registers as t } from '../../text/registers.ts'

/** What came of the last file, print or signature. */
export type Giving =
  | { readonly kind: 'none' }
  | { readonly kind: 'going'; readonly what: 'save' | 'print' | 'sign' }
  | { readonly kind: 'done'; readonly words: string }
  | { readonly kind: 'stuck'; readonly problem: Problem }

export interface Gives {
  readonly giving: Giving
  readonly save: (as: BookFile) => void
  readonly print: () => void
  readonly sign: () => void
}

/** Gives out what is shown, as a file or on paper; signs figures. One at a time. */
export function useGiving(question: BookQuestion | null): Gives {
  const [giving, setGiving] = useState<Giving>({ kind: 'none' })
  const to = useOffice(state => state.view?.device.printer == null ? 'pdf' : 'printer')

  async function give(what: 'save' | 'print' | 'sign', as: BookFile): Promise<void> {
    if (question === null || giving.kind === 'going') return
    setGiving({ kind: 'going', what })
    setGiving(await outcome(question, what, as, to))
  }

  return { giving, save: as => { void give('save', as) }, print: () => { void give('print', 'xlsx') }, sign: () => { void give('sign', 'xlsx') } }
}

async function outcome(question: BookQuestion, what: 'save' | 'print' | 'sign', as: BookFile, to: 'printer' | 'pdf'): Promise<Giving> {
  if (what === 'save') {
    const saved = await ask(() => main.books.save(question, as))
    if (!saved.ok) return { kind: 'stuck', problem: saved.problem }
    return saved.value === null ? { kind: 'none' } : { kind: 'done', words: t.saved(saved.value.count, saved.value.file) }
  }
  if (what === 'print') {
    const printed = await ask(() => main.books.print(question, to))
    if (!printed.ok) return { kind: 'stuck', problem: printed.problem }
    return { kind: 'done', words: printed.value.file === null ? t.printed : t.printedTo(printed.value.file) }
  }
  if (question.kind !== 'report') return { kind: 'none' }
  const signed = await ask(() => main.books.sign(question))
  return signed.ok ? { kind: 'done', words: t.signed(t.days(question.from, question.until)) } : { kind: 'stuck', problem: signed.problem }
}
