import { useState } from 'react'
import type { Problem } from '../../../shared/base/result.ts'
import type { FormName } from '../../../shared/bridge/main-api.ts'
import { ask } from '../../ask.ts'
import { main } from '../../main-api.ts'
import { useOffice } from '../../state/office.ts'

/** What came of the last print. */
export type Printing =
  | { readonly kind: 'none' }
  | { readonly kind: 'going'; readonly form: FormName }
  | { readonly kind: 'done'; readonly form: FormName; readonly copy: number; readonly file: string | null; readonly isPdf: boolean }
  | { readonly kind: 'stuck'; readonly form: FormName; readonly problem: Problem }

/** Prints a form of the dossier; without a chosen printer it becomes a PDF file. */
export function usePrinting(subject: string): {
  readonly printing: Printing
  /** Of cover sheets with the number of sheets a person counted. */
  readonly print: (form: FormName, sheets?: number) => void
  readonly clear: () => void
} {
  const [printing, setPrinting] = useState<Printing>({ kind: 'none' })
  const to = useOffice(state => state.view?.device.printer == null ? 'pdf' : 'printer')
  async function print(form: FormName, sheets: number | undefined): Promise<void> {
    if (printing.kind === 'going') return
    setPrinting({ kind: 'going', form })
    const answer = await ask(() => main.printing.print({ subject, form, to, ...(sheets === undefined ? {} : { sheets }) }))
    setPrinting(answer.ok
      ? { kind: 'done', form, copy: answer.value.copy, file: answer.value.file, isPdf: to === 'pdf' }
      : { kind: 'stuck', form, problem: answer.problem })
  }
  return { printing, print: (form, sheets) => { void print(form, sheets) }, clear: () => { setPrinting({ kind: 'none' }) } }
}
