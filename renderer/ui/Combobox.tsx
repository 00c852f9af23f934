import { useId, useState, type KeyboardEvent, type ReactNode, type Ref } from 'react'
import { classNames } from './class-names.ts'
import { Labelled, type LabelledProps } from './Labelled.tsx'

export interface ComboboxOption {
  readonly id: string
  /** What stands in the list; readers hear its text. */
  readonly content: ReactNode
}

export interface ComboboxProps extends LabelledProps {
  readonly text: string
  readonly onText: (text: string) => void
  /** What fits the text, best first; the caller finds them. */
  readonly options: readonly ComboboxOption[]
  readonly onChoose: (id: string) => void
  /** The arrows came to this option, before Enter. */
  readonly onActive?: (id: string) => void
  /** Said in the list's place when nothing fits. */
  readonly nothing: string
  readonly warn?: boolean
  readonly skip?: boolean
  readonly placeholder?: string
  readonly ref?: Ref<HTMLInputElement>
}

/**
 * Letters narrow a list under the field; ↓ ↑ choose, Enter takes, Esc closes, Tab takes and goes on.
 *
 * The cursor stays in the field (`aria-activedescendant`). Enter is not used up, so that it
 * also moves on to the next field.
 */
export function Combobox({ text, onText, options, onChoose, onActive, nothing, warn, skip, placeholder, ref, ...labelled }: ComboboxProps) {
  const { label, problem } = labelled
  const list = useId()
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const at = Math.min(active, options.length - 1)

  function moveTo(i: number): void {
    const option = options[Math.max(0, Math.min(options.length - 1, i))]
    if (option === undefined) return
    setActive(options.indexOf(option))
    onActive?.(option.id)
    document.getElementById(`${list}-${option.id}`)?.scrollIntoView({ block: 'nearest' })
  }

  function take(option: ComboboxOption | undefined): void {
    setOpen(false)
    if (option !== undefined) onChoose(option.id)
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing || event.altKey || event.ctrlKey) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (open) moveTo(at + (event.key === 'ArrowDown' ? 1 : -1))
      else setOpen(true)
    } else if (event.key === 'Escape' && open) {
      event.preventDefault()
      setOpen(false)
    } else if (open && (event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey) {
      take(options[at])
    }
  }

  return (
    <Labelled {...labelled} className={classNames('combobox', labelled.className)}>
      {ids => (
        <div className="anchor">
          <input
            ref={ref}
            id={ids.id}
            className={classNames('in', (warn === true || problem !== undefined) && 'warn')}
            role="combobox"
            autoComplete="off"
            spellCheck={false}
            placeholder={placeholder}
            aria-autocomplete="list"
            aria-expanded={open}
            aria-controls={open ? list : undefined}
            aria-activedescendant={open && options[at] !== undefined ? `${list}-${options[at].id}` : undefined}
            aria-describedby={ids.describedBy}
            aria-invalid={problem === undefined ? undefined : true}
            data-skip={skip === true ? '' : undefined}
            value={text}
            onChange={event => {
              setOpen(true)
              setActive(0)
              onText(event.currentTarget.value)
            }}
            onKeyDown={onKeyDown}
            onBlur={() => { setOpen(false) }}
          />
          {open && (
            <ul className="drop" role="listbox" id={list} aria-label={label}>
              {options.map((option, i) => (
                <li
                  key={option.id}
                  id={`${list}-${option.id}`}
                  role="option"
                  aria-selected={i === at}
                  onMouseDown={event => { event.preventDefault() }}
                  onClick={() => { take(option) }}
                >
                  {option.content}
                </li>
              ))}
              {options.length === 0 && <li className="muted" role="option" aria-selected="false" aria-disabled="true">{nothing}</li>}
            </ul>
          )}
        </div>
      )}
    </Labelled>
  )
}
