import { memo } from 'react'
import { pagesText } from '../../text/pages.ts'
import { classNames } from '../../ui/class-names.ts'

/** Plain values alone: each answer of the machine brings new objects of pages that look as before. */
export interface ThumbProps {
  readonly id: string
  /** Where its picture is; null while there is none, and of a card, which is covered. */
  readonly image: string | null
  readonly isCard: boolean
  readonly isCover: boolean
  readonly label: string
  /** As it is read out. */
  readonly read: string
  /** Its stop among those of the tray. */
  readonly stop: number
  readonly isStop: boolean
  readonly isCurrent: boolean
  readonly isChosen: boolean
  readonly onLook: (id: string) => void
}

/** One page, small. Of hundreds only those are drawn anew whose look changes: a move of the cursor changes two. */
export const Thumb = memo(function Thumb(props: ThumbProps) {
  const { id, image, isCard, isCover, label, read, stop, isStop, isCurrent, isChosen, onLook } = props
  return (
    <button
      type="button" tabIndex={isStop ? 0 : -1} data-stop={stop} data-page={id}
      className={classNames('thumb', isCover && 'cover', isCurrent && 'on', isChosen && 'chosen')}
      aria-pressed={isChosen}
      aria-label={read}
      onFocus={() => { onLook(id) }}
    >
      {image === null
        ? <span className="pg tiny muted" aria-hidden="true">{isCard && pagesText.cardImage}</span>
        : <img className="pg" src={image} alt="" loading="lazy" />}
      <span aria-hidden="true">{label}</span>
    </button>
  )
})
