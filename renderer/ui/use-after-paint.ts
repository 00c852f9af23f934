import { startTransition, useLayoutEffect, useState } from 'react'

/** The value before this one, until what was drawn of this one is painted: for what may come a frame later than the rest. */
export function useAfterPaint<T>(value: T): T {
  const [painted, setPainted] = useState(value)
  useLayoutEffect(() => {
    let timer: number | undefined
    // The frame that is begun here is painted before the timer's turn comes.
    const frame = requestAnimationFrame(() => {
      timer = window.setTimeout(() => { startTransition(() => { setPainted(value) }) })
    })
    return () => {
      cancelAnimationFrame(frame)
      window.clearTimeout(timer)
    }
  }, [value])
  return painted
}
