import { useRoving } from './use-roving.ts'
import { classNames } from './class-names.ts'
import { KeyCap } from './KeyCap.tsx'

export interface ToolbarEntry {
  /** As `aria-keyshortcuts` writes it: `F9`, `Control+P`. */
  readonly shortcut?: string
  /** What stands on the cap where it is not the shortcut: `↑ ↓`. */
  readonly cap?: string
  readonly label: string
  /** Without one the entry only says what a key does. */
  readonly act?: () => unknown
  readonly main?: boolean
  readonly end?: boolean
}

/** The keys of a screen, each also a button; a click leaves the cursor where it was. */
export function Toolbar({ label, entries }: { readonly label: string; readonly entries: readonly ToolbarEntry[] }) {
  const buttons = entries.filter(entry => entry.act !== undefined)
  const roving = useRoving(buttons.length, 'line')
  return (
    <div role="toolbar" aria-label={label} {...roving.group}>
      {entries.map(entry => entry.act === undefined
        ? <span key={keyOf(entry)} className={classNames('say', entry.end === true && 'end')}><Cap entry={entry} /></span>
        : (
          <button
            key={keyOf(entry)}
            type="button"
            className={classNames(entry.main === true && 'main', entry.end === true && 'end')}
            aria-keyshortcuts={entry.shortcut}
            {...roving.stop(buttons.indexOf(entry))}
            onMouseDown={event => { event.preventDefault() }}
            onClick={() => { entry.act?.() }}
          >
            <Cap entry={entry} />
          </button>
        ))}
    </div>
  )
}

/** Two keys may do the same. */
function keyOf({ shortcut = '', cap = '', label }: ToolbarEntry): string {
  return `${shortcut} ${cap} ${label}`
}

function Cap({ entry }: { readonly entry: ToolbarEntry }) {
  const cap = entry.cap ?? entry.shortcut?.replace('Control', 'Ctrl')
  return <>{cap !== undefined && <KeyCap>{cap}</KeyCap>} {entry.label}</>
}
