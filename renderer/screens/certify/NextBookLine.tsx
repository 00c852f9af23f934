import { useEffect } from 'react'
import { report } from '../../ask.ts'
import { inAskedOrder } from '../../in-asked-order.ts'
import { main, onMain } from '../../main-api.ts'
import { useCertify } from '../../state/certify.ts'
import { certifyText as t } from '../../text/certify.ts'

/** Which book the next number comes from, where one desk keeps the books of all (rule N6); else nothing has to be said. */
export function NextBookLine() {
  const next = useCertify(state => state.nextBook)
  useEffect(() => {
    const answers = inAskedOrder()
    const load = (): void => {
      answers.ask(() => main.certification.nextBook(), nextBook => { useCertify.setState({ nextBook }) })
        .catch((reason: unknown) => { void report(reason) })
    }
    load()
    return onMain('program.changed', load)
  }, [])
  return next.from === 'own' ? null : <p className="small muted" role="status">{t.nextBook[next.from](next.desk)}</p>
}
