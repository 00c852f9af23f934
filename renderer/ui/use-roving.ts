import { useState, type FocusEvent, type KeyboardEvent } from 'react'

export interface RovingProps {
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void
}

/**
 * One stop for Tab in a group, arrows inside it; Home, End, PgUp and PgDn where there are many.
 *
 * The group takes `group`; each stop takes `data-stop` and the `tabIndex` of `stop(i)`.
 */
export function useRoving(count: number, axis: 'rows' | 'line' | 'grid', columns = 1): {
  readonly group: RovingProps
  readonly stop: (i: number) => { readonly tabIndex: 0 | -1; readonly 'data-stop': number }
  readonly current: number
} {
  const [last, setLast] = useState(0)
  const current = Math.min(last, Math.max(0, count - 1))
  const group: RovingProps = {
    onFocus: event => {
      const i = stopOf(event.target)
      if (i !== undefined) setLast(i)
    },
    onKeyDown: event => {
      const from = stopOf(event.target)
      const step = STEPS[event.key]
      if (from === undefined || step === undefined || event.ctrlKey || event.altKey || event.shiftKey || event.defaultPrevented) return
      const to = step(from, count, axis, columns)
      if (to === undefined) return
      event.preventDefault()
      event.currentTarget.querySelector<HTMLElement>(`[data-stop="${String(to)}"]`)?.focus()
    },
  }
  return { group, stop: i => ({ tabIndex: i === current ? 0 : -1, 'data-stop': i }), current }
}

const PAGE = 10

type Step = (from: number, count: number, axis: 'rows' | 'line' | 'grid', columns: number) => number | undefined

const STEPS: Readonly<Record<string, Step | undefined>> = {
  ArrowDown: (from, count, axis, columns) => axis === 'line' ? undefined : within(from + (axis === 'grid' ? columns : 1), count, from),
  ArrowUp: (from, count, axis, columns) => axis === 'line' ? undefined : within(from - (axis === 'grid' ? columns : 1), count, from),
  ArrowRight: (from, count, axis) => axis === 'rows' ? undefined : within(from + 1, count, from),
  ArrowLeft: (from, count, axis) => axis === 'rows' ? undefined : within(from - 1, count, from),
  Home: () => 0,
  End: (_, count) => count - 1,
  PageDown: (from, count) => Math.min(count - 1, from + PAGE),
  PageUp: from => Math.max(0, from - PAGE),
}

function within(to: number, count: number, from: number): number {
  return to < 0 || to >= count ? from : to
}

function stopOf(target: EventTarget): number | undefined {
  const stop = target instanceof Element ? target.closest<HTMLElement>('[data-stop]')?.dataset['stop'] : undefined
  return stop === undefined ? undefined : Number(stop)
}
