import { formatTime, isInstant } from '../../../shared/base/day.ts'
import { filledLines } from '../../state/certify-draft.ts'
import { takeUpCertify, useCertify } from '../../state/certify.ts'
import { useProgram } from '../../state/program.ts'
import { certifyText as t } from '../../text/certify.ts'
import { Button } from '../../ui/Button.tsx'
import { forgetCertify } from './keep-draft.ts'

/** Half-typed visits put aside, each taken up again or thrown away. */
export function ParkedVisits({ onTakenUp }: { readonly onTakenUp: () => void }) {
  const parked = useCertify(state => state.parked)
  const now = useProgram(state => state.now)
  if (parked.length === 0) return null
  return (
    <details className="panel parked" data-part="">
      <summary>{t.draftsCount(parked.length)}</summary>
      <ul>
        {parked.map(({ draft, savedAt }) => (
          <li key={draft.id} className="row">
            <span>{t.draftRow(draft.person.name, filledLines(draft).length, isInstant(savedAt) ? formatTime(savedAt) : '')}</span>
            <span className="end">
              <Button size="small" onClick={() => {
                takeUpCertify(draft.id, now ?? savedAt)
                onTakenUp()
              }}>{t.takeUp}</Button>{' '}
              <Button size="small" kind="quiet" onClick={() => { forgetCertify(draft.id) }}>{t.drop}</Button>
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
