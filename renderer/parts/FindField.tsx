import { changeFind, useFind } from '../state/find.ts'
import { goTo, usePlace } from '../state/place.ts'
import { shell } from '../text/shell.ts'
import { KeyCap } from '../ui/KeyCap.tsx'

/** The search field of the top bar: Enter or ↓ opens the list of what fits, Esc empties it. */
export function FindField() {
  const text = useFind(state => state.find.text)
  return (
    <form className="find" role="search" data-part="" onSubmit={event => {
      event.preventDefault()
      showFound()
    }}>
      <label className="sr" htmlFor="find">{shell.find}</label>
      <input
        id="find"
        type="search"
        aria-keyshortcuts="F3"
        placeholder={shell.findHint}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        value={text}
        onFocus={event => { event.currentTarget.select() }}
        onChange={event => { changeFind({ text: event.currentTarget.value }) }}
        onKeyDown={event => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'ArrowDown') {
            event.preventDefault()
            showFound()
          } else if (event.key === 'Escape') {
            event.preventDefault()
            if (text === '') document.getElementById('work')?.focus()
            else changeFind({ text: '' })
          }
        }}
      />
      <KeyCap>F3</KeyCap>
    </form>
  )
}

function showFound(): void {
  if (usePlace.getState().id !== 'search') goTo('search')
  else document.querySelector<HTMLElement>('main [data-stop][tabindex="0"]')?.focus()
}
