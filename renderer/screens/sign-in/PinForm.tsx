import type { SignInName } from '../../../shared/bridge/main-api.ts'
import { practiceWords } from '../../text/practice.ts'
import { rolesLine } from '../../text/roles.ts'
import { signInWords as words } from '../../text/sign-in.ts'
import { classNames } from '../../ui/class-names.ts'

export interface PinFormProps {
  readonly person: SignInName
  readonly isTraining: boolean
  readonly pin: string
  readonly message: string
  readonly onDigit: (digit: string) => void
  readonly onPin: (pin: string) => void
  readonly onErase: () => void
  readonly onEnter: () => void
}

/** Six boxes for six digits, and a pad for those who press with a finger or a mouse. */
export function PinForm({ person, isTraining, pin, message, onDigit, onPin, onErase, onEnter }: PinFormProps) {
  const digit = (label: string) => <button key={label} type="button" onClick={() => { onDigit(label) }}>{label}</button>
  return (
    <form className="panel pin" aria-labelledby="pin-name" data-part="" onSubmit={event => {
      event.preventDefault()
      onEnter()
    }}>
      <h2 id="pin-name">{person.name}</h2>
      <p className="muted">{rolesLine(person.roles)}</p>
      <p id="pin-how" className="small how">{words.enterPin}</p>
      <label className="sr" htmlFor="pin">{words.pin}</label>
      <input
        className="sr"
        id="pin"
        type="password"
        inputMode="numeric"
        maxLength={6}
        autoComplete="off"
        aria-describedby="pin-how pin-message"
        value={pin}
        onChange={event => { onPin(event.currentTarget.value) }}
      />
      <div className="dots" aria-hidden="true">
        {BOXES.map(i => <i key={i} className={classNames(i < pin.length && 'in1', i === pin.length && 'cur')} />)}
      </div>
      <p className="sr" role="status">{pin === '' ? '' : words.digitsSoFar(pin.length)}</p>
      <div className="pad12" role="group" aria-label={words.numberPad}>
        {PAD.map(digit)}
        <button type="button" className="w" onClick={onErase}>{words.erase}</button>
        {digit('0')}
        <button type="submit" className="w go">{words.enter}</button>
      </div>
      <p id="pin-message" className="small said" role="status">{message}</p>
      <p className="small muted">{isTraining ? practiceWords.pin : words.forgotten}</p>
    </form>
  )
}

const BOXES = [0, 1, 2, 3, 4, 5] as const
const PAD = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const
