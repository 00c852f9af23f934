import { mayDo } from '../../../shared/users/role.ts'
import { useOffice } from '../../state/office.ts'
import { useProgram } from '../../state/program.ts'
import { useSession } from '../../state/session.ts'

/** Why nothing can be certified here just now, whatever is typed; undefined when it can. The gravest first. */
export type CertifyHindrance = 'not-allowed' | 'read-only' | 'disk-full' | 'disk-very-low' | 'no-range'

export function useHindrance(): CertifyHindrance | undefined {
  const who = useSession(state => state.who)
  const { state, journal } = useProgram()
  const hasRange = useOffice(office => office.view === null || office.view.office.numberRange !== null)
  if (who === null || !mayDo(who.roles, 'certification/certify')) return 'not-allowed'
  if (journal?.readOnly != null) return 'read-only'
  if (state?.disk.state === 'full') return 'disk-full'
  if (state?.disk.state === 'very-low') return 'disk-very-low'
  return hasRange ? undefined : 'no-range'
}
