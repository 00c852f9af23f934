import { formatTime } from '../../../shared/base/day.ts'
import { formatMoney } from '../../../shared/base/money.ts'
import { isTypedNumber, nextReceiptSentence } from '../../parts/next-receipt.ts'
import { SaveFailed } from '../../parts/SaveFailed.tsx'
import { useNextReceipt } from '../../parts/use-stocks.ts'
import { changeCertify, useCertify, type CertifyNeed } from '../../state/certify.ts'
import { useSession } from '../../state/session.ts'
import { citySigners, signersToChoose } from '../../state/signers.ts'
import { certifyText as t } from '../../text/certify.ts'
import { dayAsHeading } from '../../text/due.ts'
import { saving as savingText } from '../../text/saving.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { RadioGroup } from '../../ui/RadioGroup.tsx'
import { Select } from '../../ui/Select.tsx'
import { NextBookLine } from './NextBookLine.tsx'
import type { CertifyView } from './use-certify-view.ts'
import type { CertifyHindrance } from './use-hindrance.ts'

export interface TotalPartProps {
  readonly view: CertifyView
  readonly hindrance: CertifyHindrance | undefined
  /** Something else is looked at below it: only what is taken and the button stay. */
  readonly isSmall: boolean
  readonly onSave: () => void
}

/** What is taken, who signs, when the papers are ready, and the one filled button. */
export function TotalPart({ view, hindrance, isSmall, onSave }: TotalPartProps) {
  const { draft, total } = view
  const { failure, saving, keptAt, kept, keepFailed, need } = useCertify()
  const { isRefusal } = draft
  return (
    <section className="panel total" aria-labelledby="certify-total" data-part="">
      <h2 id="certify-total" className="small">{isRefusal ? t.refusalTotal : t.total(draft.person.name)}</h2>
      {!isRefusal && (
        <div className="stack">
          <div role="status">
            <p className="sum">{draft.isExempt && total.papers > 0 ? t.free : formatMoney(total.fee)}</p>
            <p className="small muted">{t.counted(total.papers, total.copies)}</p>
          </div>
          {total.fee > 0 && <ReceiptLine />}
          {!isSmall && <PaymentFields view={view} />}
        </div>
      )}
      {need !== null && SAID_HERE.includes(need.what) && <p className="small need" role="status">{t.need[need.what]}</p>}
      {failure !== null && <SaveFailed problem={failure} onRetry={onSave} />}
      {!isRefusal && <NextBookLine />}
      <div data-field="main">
        <Button kind="main" size="large" wide shortcut="F9" unavailable={hindrance !== undefined} onClick={onSave}>
          {hindrance !== undefined ? t.hindrance[hindrance] : isRefusal ? t.saveRefusal : t.save}
        </Button>
      </div>
      <p className="tiny muted">
        {saving && <b role="status">{savingText.now} </b>}{isRefusal ? t.refusalNote : t.saveNote} {keepFailed ? t.draftNotKept : kept === draft && keptAt !== null && t.draftKeptAt(formatTime(keptAt))}
      </p>
    </section>
  )
}

/** Which receipt the fee will stand on, before it is taken; it is drawn only with the numbers of the book. */
function ReceiptLine() {
  const next = useNextReceipt()
  const said = isTypedNumber(next) ? t.noStock : nextReceiptSentence(next)
  return said === undefined ? null : <p className={next?.ok === false ? 'small need' : 'tiny muted'} role="status">{said}</p>
}

function PaymentFields({ view }: { readonly view: CertifyView }) {
  const { draft, laterOn, mayTakeLonger } = view
  return (
    <>
      <RadioGroup
        label={t.payment} value={draft.payment} className="bare"
        choices={[{ value: 'cash', label: t.payments.cash }, { value: 'transfer', label: t.payments.transfer }]}
        onChoose={payment => { changeCertify({ payment }) }}
      />
      <SignerFields view={view} />
      {mayTakeLonger && (
        <Select label={t.extraDays} value={draft.extraDays} choices={EXTRA_DAYS} onChoose={extraDays => { changeCertify({ extraDays }) }} />
      )}
      {laterOn !== undefined && <p className="small later" role="status">{t.later(dayAsHeading(laterOn))}</p>}
    </>
  )
}

const SAID_HERE: readonly CertifyNeed['what'][] = ['clock', 'identity', 'own-book']
const EXTRA_DAYS = (['0', '1', '2'] as const).map(value => ({ value, label: t.extraDaysChoices[value] }))
const OTHER = 'other'

/** Whoever signed here last signs again; somebody else is written with the title that stands over the signature. */
function SignerFields({ view: { draft } }: { readonly view: CertifyView }) {
  const names = useSession(state => state.names)
  const need = useCertify(state => state.need)
  const known = signersToChoose()
  const isOfCity = citySigners().some(({ name, title }) => name === draft.signerName && title === draft.signerTitle)
  const chosen = known.findIndex(({ name, title }) => name === draft.signerName && title === draft.signerTitle)
  const leaders = names.filter(({ roles, name }) => roles.includes('leader') && !known.some(signer => signer.name === name))
  const choices = [
    ...known.map(({ name, title }, i) => ({ value: String(i), label: `${name}, ${title}` })),
    ...leaders.map(({ id, name }) => ({ value: id, label: name })),
    { value: OTHER, label: t.signerOther },
  ]
  const leader = leaders.find(({ name }) => name === draft.signerName)
  return (
    <>
      <div data-field="signer">
        <Select
          label={t.signer} from={isOfCity ? t.signerOfCity : undefined}
          value={chosen >= 0 ? String(chosen) : leader?.id ?? OTHER} choices={choices}
          onChoose={value => {
            const signer = known[Number(value)]
            changeCertify({ signerName: signer?.name ?? leaders.find(({ id }) => id === value)?.name ?? '', signerTitle: signer?.title ?? '' })
          }}
        />
      </div>
      {chosen < 0 && (
        <>
          <Field
            label={t.signerName} value={draft.signerName} maxLength={200} data-field="signerName"
            problem={need?.field === 'signerName' ? t.need.signer : undefined} onText={signerName => { changeCertify({ signerName }) }}
          />
          <Field
            label={t.signerTitle} hint={t.signerTitleHint} value={draft.signerTitle} maxLength={200} data-field="signerTitle"
            problem={need?.field === 'signerTitle' ? t.need.signer : undefined} onText={signerTitle => { changeCertify({ signerTitle }) }}
          />
        </>
      )}
    </>
  )
}
