// What the page on the phone and the PC say to each other. Every body is sealed (seal.ts); its label names what it is.

/** POST `/<token>/hello`: a phone says it is there; the answer is a `Greeting`. */
export const helloLabel = (phone: string): string => `hello ${phone}`
export const greetingLabel = (phone: string): string => `greeting ${phone}`

/** PUT `/<token>/photos/<id>`: one photograph, a JPEG; the answer is a `Kept`. */
export const photoLabel = (phone: string, id: string): string => `photo ${phone} ${id}`
export const keptLabel = (phone: string, id: string): string => `kept ${phone} ${id}`

/** POST `/<token>/bye`: the phone is done, another may come. */
export const byeLabel = (phone: string): string => `bye ${phone}`

/** Which phone speaks: it is in the label, so it cannot be claimed without the key. */
export const PHONE_HEADER = 'x-phone'

export interface Greeting {
  /** The desk's name; may be empty. */
  readonly desk: string
  /** Photographs of this phone that are on the PC's disk. */
  readonly kept: number
}

export interface Kept {
  /** Counted from 1 through this door. */
  readonly nth: number
}

/** What a phone shows that comes by an address which is none, or no longer one. */
export const NO_DOOR = 'Địa chỉ này không dùng được nữa. Quét lại mã trên màn hình máy quầy.'

/** Sixteen bytes in hexadecimal digits: phones and photographs name themselves so. */
export const NAME = /^[0-9a-f]{32}$/

export const MOST_PHOTO_BYTES = 8 * 2 ** 20
