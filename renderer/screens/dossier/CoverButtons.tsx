import { useState } from 'react'
import type { FormName } from '../../../shared/bridge/main-api.ts'
import { dossierText as t } from '../../text/dossier.ts'
import { Button } from '../../ui/Button.tsx'

/** As many as a cover sheet can say. */
const MOST_DIGITS = 3

/** Cover sheets for the scanner, as often as one likes; with the number of sheets behind one, two that go through at once are noticed. */
export function CoverButtons({ onPrint }: { readonly onPrint: (form: FormName, sheets?: number) => void }) {
  const [typed, setTyped] = useState('')
  const sheets = Number(typed)
  function print(): void {
    onPrint('cover-sheet', sheets > 0 ? sheets : undefined)
    setTyped('')
  }
  return (
    <>
      <form
        className="row"
        onSubmit={event => {
          event.preventDefault()
          print()
        }}
      >
        <Button submit>{t.print('cover-sheet', 0)}</Button>
        <label className="row small">
          {t.countedSheets}
          <input
            className="in count" inputMode="numeric" autoComplete="off" value={typed}
            onChange={event => { setTyped(event.currentTarget.value.replace(/\D/g, '').slice(0, MOST_DIGITS)) }}
          />
        </label>
      </form>
      <Button onClick={() => { onPrint('paper-covers') }}>{t.print('paper-covers', 0)}</Button>
    </>
  )
}
