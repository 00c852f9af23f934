import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { Icon, type IconName } from './Icon.tsx'

export type MessageTone = 'safe' | 'plain' | 'soon' | 'late' | 'refused'

export interface MessageProps {
  readonly tone: MessageTone
  /** What happened, in bold; what is safe and what to do next follow as children. */
  readonly title?: string
  /** Only jam, save failed and disk full are an alert; anything else is spoken politely or not at all. */
  readonly role?: 'alert' | 'status'
  /** Buttons that do what the message says. */
  readonly acts?: ReactNode
  readonly id?: string
  readonly className?: string
  readonly children?: ReactNode
}

/** What happened, what is safe, what to do next; it stays until it is dealt with. */
export function Message({ tone, title, role, acts, id, className, children }: MessageProps) {
  return (
    <div className={classNames('notice', tone, className)} role={role} id={id}>
      <Icon name={ICONS[tone]} />
      <div>
        <p>
          {title !== undefined && <b>{title} </b>}
          {children}
        </p>
        {acts !== undefined && <div className="acts">{acts}</div>}
      </div>
    </div>
  )
}

const ICONS: Readonly<Record<MessageTone, IconName>> = { safe: 'safe', plain: 'wait', soon: 'warning', late: 'late', refused: 'refused' }
