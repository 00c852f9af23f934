import { useEffect } from 'react'
import { lock } from '../state/session.ts'

/** Nobody touched keys, pointer or wheel for this long: the screen locks and keeps every draft (rule U2). */
export const IDLE_MS = 10 * 60_000

export function useIdleLock(): void {
  useEffect(() => {
    let waiting = setTimeout(onIdle, IDLE_MS)
    const onTouch = (): void => {
      clearTimeout(waiting)
      waiting = setTimeout(onIdle, IDLE_MS)
    }
    for (const touch of TOUCHES) window.addEventListener(touch, onTouch, { capture: true, passive: true })
    return () => {
      clearTimeout(waiting)
      for (const touch of TOUCHES) window.removeEventListener(touch, onTouch, { capture: true })
    }
  }, [])
}

const TOUCHES = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const

function onIdle(): void {
  void lock()
}
