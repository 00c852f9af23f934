import { CERTIFIED } from '../../../shared/certification/certified.ts'
import { groundsOf } from '../../../shared/certification/refusal-grounds.ts'
import { findProcedure } from '../../../shared/procedures/catalogue.ts'
import { FIELD_LENGTH } from '../../parts/field-text.ts'
import { useCatalogue } from '../../state/catalogue.ts'
import type { CertifyDraft } from '../../state/certify-draft.ts'
import { typeRefusal, useCertify } from '../../state/certify.ts'
import { certifyText as t } from '../../text/certify.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { Select } from '../../ui/Select.tsx'
import { endRefusal } from './refusal.ts'

/** Why a paper cannot be certified: a ground of the law in its own words; the refusal draws no number. */
export function RefusePart({ draft: { refusal } }: { readonly draft: CertifyDraft }) {
  const need = useCertify(state => state.need)
  const catalogue = useCatalogue(state => state.catalogue)
  const works = CERTIFIED.map(({ procedure, book }) => {
    const listed = catalogue === null ? undefined : findProcedure(catalogue, procedure)
    return { value: procedure, label: listed?.shortName ?? t.bookOf[book] }
  })
  return (
    <Panel title={t.refusal} className="rest refusal" end={<Button size="small" kind="quiet" onClick={endRefusal}>{t.backToCertify}</Button>}>
      <div className="pad stack">
        <div className="grid2">
          <Field
            label={t.refusedPaper} value={refusal.paperName} maxLength={FIELD_LENGTH.paperName} data-field="refusedPaper"
            problem={need?.what === 'refused-paper' ? t.need[need.what] : undefined} onText={paperName => { typeRefusal({ paperName }) }}
          />
          <Select label={t.refusedWork} value={refusal.procedure} choices={works} onChoose={procedure => { typeRefusal({ procedure, ground: '' }) }} />
        </div>
        <div data-field="ground" role="radiogroup" aria-labelledby="certify-ground" className="radios">
          <span className="l" id="certify-ground">{t.ground}</span>
          <div className="grounds">
            {groundsOf(refusal.procedure).map(({ id, words, legalBasis }) => (
              <label className="choice" key={id}>
                <input type="radio" name="certify-ground" checked={refusal.ground === id} onChange={() => { typeRefusal({ ground: id }) }} />
                <span>{words} <span className="tiny muted">{legalBasis}</span></span>
              </label>
            ))}
          </div>
          {need?.what === 'ground' && <p className="trouble" role="status">{t.need.ground}</p>}
        </div>
        <Field label={t.note} value={refusal.note} maxLength={FIELD_LENGTH.reason} data-field="note" onText={note => { typeRefusal({ note }) }} />
      </div>
    </Panel>
  )
}
