import { goTo } from '../../state/place.ts'
import { desk } from '../../text/desk.ts'
import { Icon } from '../../ui/Icon.tsx'
import { KeyCap } from '../../ui/KeyCap.tsx'

/** The two big starts, and the hint that a beep is enough. */
export function Starts() {
  const { beep } = desk
  return (
    <div className="starts" data-part="">
      <button type="button" className="start" aria-keyshortcuts="F2" onClick={() => { goTo('intake') }}>
        <span><b>{desk.receive}</b><span>{desk.receiveNote}</span></span>
        <KeyCap>F2</KeyCap>
      </button>
      <button type="button" className="start" aria-keyshortcuts="F4" onClick={() => { goTo('certify') }}>
        <span><b>{desk.certify}</b><span>{desk.certifyNote}</span></span>
        <KeyCap>F4</KeyCap>
      </button>
      <p className="beep">
        <Icon name="card" className="card" />
        <span>{beep.before} <b>{beep.card}</b> {beep.or} <b>{beep.slip}</b> {beep.after}</span>
      </p>
    </div>
  )
}
