import { useState } from 'react'
import { showPersonalNumber } from '../../parts/field-text.ts'
import { typePerson } from '../../state/intake.ts'
import { intakeText as t } from '../../text/intake.ts'
import { Button } from '../../ui/Button.tsx'
import { Message } from '../../ui/Message.tsx'
import { useKeys } from '../../ui/use-keys.ts'
import { readCardImage } from './read-card-image.ts'

export interface CardImage {
  readonly isReading: boolean
  /** The printed number, until the person takes it or leaves it. */
  readonly proposed: string | null
  readonly read: () => void
  readonly take: () => void
  readonly leave: () => void
}

/** The card as an image: its code fills the person, its print only proposes the number. */
export function useCardImage(): CardImage {
  const [isReading, setReading] = useState(false)
  const [proposed, setProposed] = useState<string | null>(null)
  async function readNewest(): Promise<void> {
    if (isReading) return
    setReading(true)
    setProposed(await readCardImage())
    setReading(false)
  }
  const read = (): void => { void readNewest() }
  useKeys({ 'Control+K': read })
  return {
    isReading, proposed, read,
    take: () => {
      if (proposed !== null) typePerson('personalNumber', showPersonalNumber(proposed))
      setProposed(null)
    },
    leave: () => { setProposed(null) },
  }
}

export function CardImageButton({ image: { isReading, read } }: { readonly image: CardImage }) {
  return <Button size="small" shortcut="Control+K" unavailable={isReading} onClick={read}>{isReading ? t.readingCardImage : t.readCardImage}</Button>
}

export function CardImageProposal({ image: { proposed, take, leave } }: { readonly image: CardImage }) {
  if (proposed === null) return null
  const acts = (
    <>
      <Button size="small" autoFocus onClick={take}>{t.takeNumber}</Button>
      <Button size="small" onClick={leave}>{t.leaveNumber}</Button>
    </>
  )
  return <Message tone="plain" role="status" className="tight" acts={acts}>{t.printedNumber(showPersonalNumber(proposed))}</Message>
}
