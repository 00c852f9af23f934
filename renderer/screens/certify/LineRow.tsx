import type { Day } from '../../../shared/base/day.ts'
import { formatMoney } from '../../../shared/base/money.ts'
import { CERTIFIED, findCertified } from '../../../shared/certification/certified.ts'
import { searchPapers, USUAL_PAPERS } from '../../../shared/certification/usual-papers.ts'
import { FIELD_LENGTH, showMoney } from '../../parts/field-text.ts'
import { markMatches } from '../../parts/mark-matches.ts'
import type { LineDraft } from '../../state/certify-draft.ts'
import { typeLine, useCertify } from '../../state/certify.ts'
import { certifyText as t } from '../../text/certify.ts'
import { Combobox, type ComboboxOption } from '../../ui/Combobox.tsx'
import { Field } from '../../ui/Field.tsx'
import { readKindTyped } from './kind-typed.ts'
import { lineFee } from './line-fee.ts'

const SHOWN = 6
/** A kind nobody listed is written as it was typed, for this work of the commune. */
const OTHER = 'other:'
/** One procedure a book: what a kind that nobody listed can be. */
const OTHER_KINDS = CERTIFIED.filter(({ book }, i) => CERTIFIED.findIndex(one => one.book === book) === i)

export interface LineRowProps {
  readonly line: LineDraft
  readonly place: number
  readonly today: Day
  readonly isExempt: boolean
}

/** One kind of paper: chosen by letters, its pages, its copies, and the fee as soon as both are there. */
export function LineRow({ line, place, today, isExempt }: LineRowProps) {
  const need = useCertify(state => state.need)
  const { key, text, procedure } = line
  const { amount, how, isAsked } = lineFee(line, today)
  const isNext = procedure === null
  const counted = (part: 'pages' | 'copies', label: string) => (
    <div data-field={`${part}:${key}`}>
      <Field
        label={label} className="bare" inputMode="numeric" maxLength={4} value={line[part]}
        onText={typed => { typeLine(key, { [part]: typed.replace(/\D/g, '') }) }}
      />
    </div>
  )
  return (
    <tr className={isNext ? 'next' : undefined}>
      <td className="no">{place}</td>
      <td data-field={`kind:${key}`}>
        <Combobox
          label={t.kindOf(place)} className="bare" text={text} placeholder={isNext ? t.typeKind : ''}
          onText={typed => { typeLine(key, { text: typed.slice(0, FIELD_LENGTH.paperName), procedure: null }) }}
          options={optionsFor(text)} onChoose={chosen => { take(key, text, chosen, line) }} nothing={t.kindNothing}
        />
        {noteOf(line) !== '' && <p className="tiny muted">{noteOf(line)}</p>}
        {need?.field.endsWith(`:${key}`) === true && <p className="trouble" role="status">{t.need[need.what]}</p>}
      </td>
      <td className="mid">{counted('pages', t.pagesOf(place))}</td>
      <td className="mid">{counted('copies', t.copiesOf(place))}</td>
      <td className="small muted">{how}</td>
      <td className="num">
        {isAsked && !isExempt
          ? (
            <div data-field={`amount:${key}`}>
              <Field label={t.amountOf(place)} className="bare" inputMode="numeric" value={line.amount} onText={typed => { typeLine(key, { amount: showMoney(typed) }) }} />
            </div>
          )
          : amount !== undefined && <b>{isExempt ? t.free : formatMoney(amount)}</b>}
      </td>
    </tr>
  )
}

/** What the letters find, with the copies typed behind them; and all that was typed as a kind of each work. */
function optionsFor(text: string): readonly ComboboxOption[] {
  const typed = text.trim()
  const { letters, copies } = readKindTyped(typed)
  const usual = searchPapers(USUAL_PAPERS, letters, SHOWN).map(({ name, procedure, pages }) => ({
    id: name,
    content: (
      <>
        <b>{markMatches(name, letters).map(({ text: piece, isMatch }, i) => isMatch ? <mark key={i}>{piece}</mark> : piece)}</b>
        <span className="muted small end">{bookWords(procedure)}{t.usualPages(pages)}{copies !== '' && ` · ${t.copiesTyped(Number(copies))}`}</span>
      </>
    ),
  }))
  const others = typed === '' ? [] : OTHER_KINDS.map(({ procedure, book }) => ({
    id: `${OTHER}${procedure}`, content: <><span>{t.otherKind(typed)}</span><span className="muted small end">{t.bookOf[book]}</span></>,
  }))
  return [...usual, ...others]
}

/** Copies are what nearly all is; only the others say what they are. */
function bookWords(procedure: string): string {
  const book = findCertified(procedure)?.book
  return book === undefined || book === 'copies' ? '' : `${t.bookOf[book]} · `
}

/** Takes a kind; pages and copies that nobody typed yet are what they usually are. Copies typed with it finish the line. */
function take(key: string, typed: string, chosen: string, { pages, copies }: LineDraft): void {
  const usual = USUAL_PAPERS.find(({ name }) => name === chosen)
  const counted = usual === undefined ? '' : readKindTyped(typed).copies
  useCertify.setState({ finished: counted === '' ? null : key })
  typeLine(key, {
    text: usual?.name ?? typed.trim(),
    procedure: usual?.procedure ?? chosen.slice(OTHER.length),
    pages: pages === '' ? String(usual?.pages ?? 1) : pages,
    copies: counted !== '' ? counted : copies === '' ? '1' : copies,
  })
}

function noteOf({ procedure, pages }: LineDraft): string {
  const book = procedure === null ? undefined : findCertified(procedure)?.book
  if (book === undefined) return ''
  if (book === 'copies') return Number(pages) > 1 ? t.lastPage : ''
  return t.bookOf[book]
}
