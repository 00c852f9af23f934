import { Icon } from './Icon.tsx'

export type Tone = 'safe' | 'wait' | 'soon' | 'late' | 'refused' | 'plain'

/** A state: a word in a shape; the colour only repeats it. */
export function Badge({ tone, children }: { readonly tone: Tone; readonly children: string }) {
  return (
    <span className={`badge is-${tone}`}>
      {tone !== 'plain' && <Icon name={tone} />}
      {children}
    </span>
  )
}

/** The same without a box, for a column of states. */
export function Mark({ tone, children }: { readonly tone: Exclude<Tone, 'plain'>; readonly children: string }) {
  return (
    <span className={`mark ${tone}`}>
      <Icon name={tone} />
      {children}
    </span>
  )
}
