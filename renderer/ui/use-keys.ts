import { useEffectEvent, useLayoutEffect } from 'react'
import { keyChord } from './key-chord.ts'

/** What each chord does; `false` from an action lets the press go on to whoever is next. */
export type KeyMap = Readonly<Record<string, (() => unknown) | undefined>>

/**
 * Binds chords (`F9`, `Alt+1`, `Control+P`) for as long as the component stands.
 *
 * Listens on the window, after every control of the page: a control that has used the press
 * (`preventDefault`) keeps it. The component mounted last is asked first, one of the frame
 * (`layer: 'frame'`) after all others. A held key counts once.
 */
export function useKeys(keys: KeyMap, layer: 'frame' | 'screen' = 'screen'): void {
  const answer = useEffectEvent((chord: string) => {
    const action = keys[chord]
    return action !== undefined && action() !== false
  })
  // Whoever sees the component may press its key: a busy PC runs other effects long after it has drawn.
  useLayoutEffect(() => addLayer(chord => answer(chord), layer), [layer])
}

type Layer = (chord: string) => boolean

const layers: Layer[] = []

function addLayer(layer: Layer, rank: 'frame' | 'screen'): () => void {
  if (layers.length === 0) window.addEventListener('keydown', onKeyDown)
  if (rank === 'frame') layers.unshift(layer)
  else layers.push(layer)
  return () => {
    layers.splice(layers.indexOf(layer), 1)
    if (layers.length === 0) window.removeEventListener('keydown', onKeyDown)
  }
}

function onKeyDown(event: KeyboardEvent): void {
  const chord = keyChord(event)
  if (chord === undefined || event.defaultPrevented) return
  const asked = [...layers].reverse()
  if (event.repeat ? OWN.test(chord) : asked.some(layer => layer(chord))) event.preventDefault()
}

/** Held function keys are swallowed rather than repeated. */
const OWN = /F\d|^Control\+(P|Enter)$|^Alt\+\d$/
