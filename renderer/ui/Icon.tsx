import type { ReactNode } from 'react'

export type IconName = 'safe' | 'wait' | 'soon' | 'late' | 'refused' | 'warning' | 'info' | 'tick' | 'card'

/** A small drawing that repeats a word; never read aloud, never alone. */
export function Icon({ name, className = 'i' }: { readonly name: IconName; readonly className?: string }) {
  return (
    <svg className={className} viewBox={name === 'card' ? '0 0 34 24' : '0 0 16 16'} aria-hidden="true" focusable="false">
      {DRAWINGS[name]}
    </svg>
  )
}

const DRAWINGS: Readonly<Record<IconName, ReactNode>> = {
  safe: <>
    <circle cx="8" cy="8" r="7" fill="currentColor" />
    <path className="check" d="M4.4 8.3l2.4 2.4 4.8-5" fill="none" strokeWidth="1.8" strokeLinecap="round" strokeLinejoin="round" />
  </>,
  wait: <circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" strokeWidth="1.7" strokeDasharray="3 2.2" />,
  soon: <>
    <circle cx="8" cy="8" r="6.4" fill="none" stroke="currentColor" strokeWidth="1.7" />
    <path d="M8 4.4V8l2.5 1.7" fill="none" stroke="currentColor" strokeWidth="1.7" strokeLinecap="round" />
  </>,
  late: <>
    <path d="M8 2.2v7" stroke="currentColor" strokeWidth="2.6" strokeLinecap="round" />
    <circle cx="8" cy="13" r="1.7" fill="currentColor" />
  </>,
  refused: <>
    <circle cx="8" cy="8" r="6.3" fill="none" stroke="currentColor" strokeWidth="1.8" />
    <path d="M3.8 12.2l8.4-8.4" stroke="currentColor" strokeWidth="1.8" />
  </>,
  warning: <>
    <path d="M8 1.8L15 14.2H1z" fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinejoin="round" />
    <path d="M8 6.2v3.6" stroke="currentColor" strokeWidth="1.7" strokeLinecap="round" />
    <circle cx="8" cy="12" r="1" fill="currentColor" />
  </>,
  info: <>
    <circle cx="8" cy="8" r="6.6" fill="none" stroke="currentColor" strokeWidth="1.6" />
    <path d="M8 7.2v4" stroke="currentColor" strokeWidth="1.7" strokeLinecap="round" />
    <circle cx="8" cy="4.7" r="1.05" fill="currentColor" />
  </>,
  tick: <path d="M2.6 8.6l3.6 3.6 7.2-8" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" />,
  card: <>
    <rect x="1" y="1" width="32" height="22" rx="3" fill="none" stroke="currentColor" strokeWidth="1.8" />
    <rect x="5" y="6" width="8" height="10" rx="1" fill="none" stroke="currentColor" strokeWidth="1.6" />
    <path d="M17 7.5h11M17 12h11M17 16.5h6" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" />
  </>,
}
