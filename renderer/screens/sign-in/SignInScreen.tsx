import { useEffect, useEffectEvent, useRef } from 'react'
import { TopBar } from '../../parts/TopBar.tsx'
import { Bands } from '../../parts/Bands.tsx'
import { HelpPanel } from '../../parts/HelpPanel.tsx'
import { useHelp } from '../../state/help.ts'
import { useOffice } from '../../state/office.ts'
import { shell } from '../../text/shell.ts'
import { signInWords as words } from '../../text/sign-in.ts'
import { Button } from '../../ui/Button.tsx'
import { Toolbar } from '../../ui/Toolbar.tsx'
import { useKeys } from '../../ui/use-keys.ts'
import { Faces } from './Faces.tsx'
import { MachineFacts } from './MachineFacts.tsx'
import { PinForm } from './PinForm.tsx'
import { onSignInKey } from './sign-in-keys.ts'
import { REACHABLE } from './shown-people.ts'
import { TrainingEntry } from './TrainingEntry.tsx'
import { useDraftCounts } from './use-draft-counts.ts'
import { useNewNames } from './use-new-names.ts'
import { useSignIn } from './use-sign-in.ts'
import '../../parts/frame.css'
import './sign-in.css'

/** Who sits at the desk: a name, six digits, in five seconds. */
export function SignInScreen() {
  const view = useOffice(state => state.view)
  const help = useHelp()
  const screen = useSignIn()
  const faces = useRef<HTMLDivElement>(null)
  const { people, person, names, letters } = screen
  const draftsOf = useDraftCounts()
  useNewNames()

  useEffect(() => {
    document.title = shell.title(words.windowTitle)
    // Without scrolling: at 200 % the names stand above the PIN and must be seen first.
    document.getElementById('pin')?.focus({ preventScroll: true })
  }, [])
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const columns = faces.current === null ? 3 : getComputedStyle(faces.current.querySelector('.people') ?? faces.current).gridTemplateColumns.split(' ').length
    if (onSignInKey(event, { ...screen, chosen: person?.id, columns })) event.preventDefault()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => { onKeyDown(event) }
    window.addEventListener('keydown', listen)
    return () => { window.removeEventListener('keydown', listen) }
  }, [])

  function choose(id: string): void {
    screen.choose(id)
    focusPin()
  }
  useKeys({
    ...Object.fromEntries(people.slice(0, REACHABLE).map(({ id }, i) => [`Alt+${String(i + 1)}`, () => { choose(id) }])),
    Escape: screen.clear,
    F1: help.toggle,
    F9: screen.enter,
  })

  return (
    <div className="signin">
      <TopBar view={view} />
      <Bands />
      <main className="hall">
        <section aria-labelledby="sign-in-title" ref={faces} data-part="">
          <h1 id="sign-in-title">{words.title}</h1>
          <p className="muted">{words.how.before} <kbd>{words.how.key}</kbd> {words.how.after}</p>
          <p className="small narrowed" role="status">{letters === '' ? '' : words.narrowed(letters, people.length)}</p>
          <Faces labelledBy="sign-in-title" people={people} chosen={person?.id ?? null} onChoose={choose} draftsOf={draftsOf} />
          {screen.showAll !== undefined && names.length > REACHABLE
            && <p className="all"><Button kind="quiet" onClick={screen.showAll}>{words.showAll(names.length)}</Button></p>}
          <MachineFacts />
          <TrainingEntry />
        </section>
        {person !== undefined && (
          <PinForm
            person={person}
            isTraining={view?.office.training ?? false}
            pin={screen.pin}
            message={screen.message}
            onDigit={digit => { screen.type(screen.pin + digit) }}
            onPin={screen.type}
            onErase={screen.erase}
            onEnter={screen.enter}
          />
        )}
        {help.open && <HelpPanel sentences={words.help} />}
      </main>
      <footer className="keys">
        <Toolbar label={shell.keysOfScreen} entries={[
          { cap: 'Alt', label: words.keys.person },
          { cap: '0–9', label: words.keys.digits },
          { cap: 'Enter', label: words.keys.enter, act: screen.enter },
          { cap: 'Esc', label: words.keys.erase, act: screen.clear },
          { shortcut: 'F1', label: shell.help, act: help.toggle, end: true },
        ]} />
      </footer>
    </div>
  )
}

function focusPin(): void {
  document.getElementById('pin')?.focus()
}
