import type { SignInName } from '../../../shared/bridge/main-api.ts'

export interface SignInKeys {
  readonly people: readonly SignInName[]
  readonly chosen: string | undefined
  readonly columns: number
  readonly pin: string
  readonly letters: string
  readonly choose: (id: string) => void
  readonly type: (digits: string) => void
  readonly narrow: (letters: string) => void
}

/**
 * Letters narrow the names, digits go to the PIN, arrows choose; true when the press was used.
 *
 * Alone on this screen bare letters are keys: no field here takes text.
 */
export function onSignInKey(event: KeyboardEvent, keys: SignInKeys): boolean {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return false
  const isInPin = event.target instanceof HTMLInputElement
  const step = STEPS[event.key]?.(keys.columns)
  if (step !== undefined) return chooseBy(step, keys)
  if (/^\d$/.test(event.key)) return !isInPin && take(() => { keys.type(keys.pin + event.key) })
  if (event.key === 'Backspace') {
    if (keys.pin === '') return take(() => { keys.narrow(keys.letters.slice(0, -1)) })
    return !isInPin && take(() => { keys.type(keys.pin.slice(0, -1)) })
  }
  if (/^\p{L}$/u.test(event.key) || (event.key === ' ' && keys.letters !== '')) return take(() => { keys.narrow(keys.letters + event.key) })
  return false
}

const STEPS: Readonly<Record<string, ((columns: number) => number) | undefined>> = {
  ArrowRight: () => 1,
  ArrowLeft: () => -1,
  ArrowDown: columns => columns,
  ArrowUp: columns => -columns,
}

function chooseBy(step: number, { people, chosen, choose }: SignInKeys): boolean {
  const at = people.findIndex(({ id }) => id === chosen)
  const next = people[Math.max(0, at) + (at < 0 ? 0 : step)]
  if (next !== undefined) choose(next.id)
  return true
}

function take(act: () => void): true {
  act()
  return true
}
