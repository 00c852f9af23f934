import { useEffect, useRef, useState } from 'react'

/** A value that follows another, but changes at most once in so many milliseconds; the last one always arrives. */
export function useCalmly<T>(value: T, everyMs: number): T {
  const [calm, setCalm] = useState(value)
  const changedAt = useRef(-Infinity)
  useEffect(() => {
    const wait = Math.max(0, changedAt.current + everyMs - performance.now())
    const timer = setTimeout(() => {
      changedAt.current = performance.now()
      setCalm(value)
    }, wait)
    return () => { clearTimeout(timer) }
  }, [value, everyMs])
  return calm
}
