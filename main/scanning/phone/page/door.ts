import {
  byeLabel, greetingLabel, helloLabel, keptLabel, PHONE_HEADER, photoLabel, type Greeting, type Kept,
} from '../phone-words.ts'
import { KEY_BYTES, NONCE_BYTES, seal, unseal } from '../seal.ts'

/** The PC's door as the phone sees it. */
export interface Door {
  readonly hello: () => Promise<Heard<Greeting>>
  readonly bye: () => Promise<Heard<Greeting>>
  /** Sealed once; sent as often as it takes. */
  readonly wrap: (id: string, jpeg: Uint8Array) => Uint8Array
  readonly send: (id: string, sealed: Uint8Array, percent: (sent: number) => void) => Promise<Heard<Kept>>
}

/** What came back: facts that only the PC can have sealed, a number of HTTP, or nothing. */
export type Heard<T> = { readonly facts: T } | { readonly status: number }

/** No answer at all: the Wi-Fi is gone, or the door is. */
export const NOTHING = 0
const PATIENCE = 90_000

/** From the page's own address: the token is its path, the key stands behind #. Undefined without a whole key. */
export function doorAt({ pathname, hash }: Pick<Location, 'pathname' | 'hash'>, phone: string): Door | undefined {
  const key = bytesOfBase64Url(hash.slice(1))
  if (key?.length !== KEY_BYTES) return undefined
  const nonce = (): Uint8Array => crypto.getRandomValues(new Uint8Array(NONCE_BYTES))
  const sealNow = (label: string, clear: Uint8Array): Uint8Array => seal(key, label, clear, nonce())

  async function say<T>(
    method: string, path: string, body: Uint8Array, label: string, percent?: (sent: number) => void,
  ): Promise<Heard<T>> {
    const { status, bytes } = await ask(method, `${pathname}${path}`, phone, body, percent)
    if (status !== 200) return { status }
    const clear = unseal(key ?? new Uint8Array(), label, bytes)
    // Someone else answered in the PC's place: to be believed as little as silence.
    return clear === undefined ? { status: NOTHING } : { facts: JSON.parse(new TextDecoder().decode(clear)) as T }
  }

  return {
    hello: () => say('POST', '/hello', sealNow(helloLabel(phone), new Uint8Array()), greetingLabel(phone)),
    bye: () => say('POST', '/bye', sealNow(byeLabel(phone), new Uint8Array()), greetingLabel(phone)),
    wrap: (id, jpeg) => sealNow(photoLabel(phone, id), jpeg),
    send: (id, sealed, percent) => say('PUT', `/photos/${id}`, sealed, keptLabel(phone, id), percent),
  }
}

/** A name nobody else has. */
export function newName(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('')
}

/** By XMLHttpRequest: it alone tells how much has been sent. */
function ask(
  method: string, path: string, phone: string, body: Uint8Array, percent?: (sent: number) => void,
): Promise<{ readonly status: number, readonly bytes: Uint8Array }> {
  return new Promise(resolve => {
    const request = new XMLHttpRequest()
    request.open(method, path)
    request.responseType = 'arraybuffer'
    request.timeout = PATIENCE
    request.setRequestHeader(PHONE_HEADER, phone)
    request.upload.onprogress = ({ loaded, total }) => { percent?.(total === 0 ? 0 : Math.floor(loaded / total * 100)) }
    request.onloadend = () => {
      const answer: unknown = request.response
      resolve({ status: request.status, bytes: new Uint8Array(answer instanceof ArrayBuffer ? answer : new ArrayBuffer()) })
    }
    request.send(new Blob([new Uint8Array(body)]))
  })
}

function bytesOfBase64Url(text: string): Uint8Array | undefined {
  if (!/^[\w-]+$/.test(text)) return undefined
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), letter => letter.charCodeAt(0))
}
