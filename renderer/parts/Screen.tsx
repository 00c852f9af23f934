import { useEffect, useId, useRef, type ReactNode } from 'react'
import { goTo } from '../state/place.ts'
import { useHelp } from '../state/help.ts'
import { shell } from '../text/shell.ts'
import { Toolbar, type ToolbarEntry } from '../ui/Toolbar.tsx'
import { fieldsIn, focusField } from '../ui/focusable.ts'
import { useKeys, type KeyMap } from '../ui/use-keys.ts'
import { HelpPanel } from './HelpPanel.tsx'
import { isTextField } from './leave-field.ts'

/** A key of a screen: bound while the screen stands and shown in the key bar; without `label` only bound. */
export interface ScreenKey extends Omit<ToolbarEntry, 'label'> {
  readonly label?: string
}

export interface ScreenProps {
  /** The one `h1`, and the window's title. */
  readonly title: string
  /** Shown above the work, where the place's name at the left does not say it. */
  readonly showTitle?: boolean
  /** Beside the shown title. */
  readonly lead?: ReactNode
  /** F9 first, then the others as they stand in the bar. F1 is added by itself. */
  readonly keys: readonly ScreenKey[]
  /** Sentences of the help beside the work. */
  readonly help: readonly string[]
  /** Esc, when no field has the cursor; by default back to the desk. */
  readonly onLeave?: () => unknown
  /** False while what is to be focused is still on its way. */
  readonly ready?: boolean
  readonly children: ReactNode
}

/** The work area of a place with its key bar and its help; the cursor goes to the first field, else the first row. */
export function Screen({ title, showTitle, lead, keys, help, onLeave, ready = true, children }: ScreenProps) {
  const id = useId()
  const work = useRef<HTMLElement>(null)
  const { open, toggle } = useHelp()

  useEffect(() => { document.title = shell.title(title) }, [title])
  useEffect(() => { if (ready && work.current !== null) focusFirst(work.current) }, [ready])

  const bound: KeyMap = Object.fromEntries(keys.flatMap(({ shortcut, act }) => shortcut === undefined ? [] : [[shortcut, act] as const]))
  useKeys({
    ...bound,
    ...(bound['F9'] !== undefined && { 'Control+Enter': bound['F9'] }),
    F1: toggle,
    Escape: () => isTextField(document.activeElement) ? work.current?.focus() : (onLeave ?? (() => { goTo('desk') }))(),
  })

  const shown = keys.filter((key): key is ToolbarEntry => key.label !== undefined)
  return (
    <>
      <main className="work" id="work" tabIndex={-1} ref={work} aria-labelledby={id}>
        {showTitle === true
          ? <div className="work-h"><h1 id={id}>{title}</h1>{lead !== undefined && <p className="small">{lead}</p>}</div>
          : <h1 className="sr" id={id}>{title}</h1>}
        {children}
      </main>
      {open && <HelpPanel sentences={help} />}
      <footer className="keys">
        <Toolbar label={shell.keysOfScreen} entries={[...shown, { shortcut: 'F1', label: shell.help, act: toggle, end: true }]} />
      </footer>
    </>
  )
}

/** `data-first` wins; then the first field, the first row, the work area itself; counts that stand before their list are no row. */
function focusFirst(work: HTMLElement): void {
  const first = work.querySelector<HTMLElement>('[data-first]') ?? fieldsIn(work)[0] ?? rowsIn(work)[0]
  focusField(first ?? work)
}

function rowsIn(work: HTMLElement): readonly HTMLElement[] {
  return [...work.querySelectorAll<HTMLElement>('[data-stop][tabindex="0"]')].filter(stop => stop.closest('nav') === null)
}
