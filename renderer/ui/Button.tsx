import type { ButtonHTMLAttributes, Ref } from 'react'
import { classNames } from './class-names.ts'
import { KeyCap } from './KeyCap.tsx'

export interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled' | 'type'> {
  /** `main` is the one filled button that F9 presses; `quiet` stands in running text. */
  readonly kind?: 'plain' | 'main' | 'quiet'
  readonly size?: 'small' | 'usual' | 'large'
  readonly wide?: boolean
  /** The key that does the same, as `aria-keyshortcuts` writes it: `F9`, `Control+P`. */
  readonly shortcut?: string | undefined
  /** Stays focusable and says in its own words why it cannot be pressed yet. */
  readonly unavailable?: boolean
  readonly submit?: boolean
  readonly ref?: Ref<HTMLButtonElement>
}

/** A button with words and, where there is one, the key that does the same. */
export function Button({ kind = 'plain', size = 'usual', wide, shortcut, unavailable, submit, className, children, onClick, ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={submit === true ? 'submit' : 'button'}
      className={classNames('btn', kind !== 'plain' && kind, size === 'small' && 's', size === 'large' && 'large', wide === true && 'wide', className)}
      aria-keyshortcuts={shortcut}
      aria-disabled={unavailable === true ? true : undefined}
      data-main={kind === 'main' ? '' : undefined}
      onClick={unavailable === true ? undefined : onClick}
    >
      {children}
      {shortcut !== undefined && <KeyCap>{shortcut.replace('Control', 'Ctrl')}</KeyCap>}
    </button>
  )
}
