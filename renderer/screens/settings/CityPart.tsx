import { useState } from 'react'
import { EnrolForm } from '../../parts/EnrolForm.tsx'
import { hasCity, useSync } from '../../state/sync.ts'
import { enrolWords as words } from '../../text/enrol.ts'
import { Message } from '../../ui/Message.tsx'

/** Where this PC sends, or the code that makes it send. */
export function CityPart() {
  const sync = useSync(state => state.state)
  const [isDone, setDone] = useState(false)
  const city = sync?.city ?? null
  return (
    <div className="pad stack">
      {isDone && <Message tone="plain" role="status">{words.done}</Message>}
      {hasCity(sync) && city !== null
        ? <Message tone="plain" title={`${words.doneTitle}.`}>{words.cityIs(city.name, city.address)}</Message>
        : <>
          <p>{words.why}</p>
          <EnrolForm onDone={() => { setDone(true) }} />
        </>}
    </div>
  )
}
