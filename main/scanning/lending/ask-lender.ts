import { Value } from 'typebox/value'
import { sha256 } from '../../journal/sha256.ts'
import type { Line } from '../../lan/line.ts'
import type { RawPage } from '../drivers/driver.ts'
import { Tell, type Ask } from './messages.ts'

/** Sends one question. */
export function ask(line: Line, question: Ask): Promise<void> {
  return line.channel.send(question)
}

/** What the lender told next, with the bytes of a side; undefined when the line is closed, or was closed for saying something else. */
export async function told(line: Line): Promise<{ readonly said: Tell; readonly body: Uint8Array } | undefined> {
  const frame = await line.channel.next()
  if (frame !== null && Value.Check(Tell, frame.head)) return { said: frame.head, body: frame.body }
  line.channel.close()
  return undefined
}

/**
 * The side of this run that was told, named so that it is kept once;
 * undefined when its bytes are not those that were scanned, or are of another run: then the line is closed.
 */
export function sideOf(
  line: Line, run: string, { said, body }: { readonly said: Tell; readonly body: Uint8Array },
): (RawPage & { readonly n: number }) | undefined {
  if (said.tell !== 'side' || said.run !== run || sha256(body) !== said.sha256) {
    line.channel.close()
    return undefined
  }
  const { n, dpi, side, isPhoto } = said
  return { n, bytes: body, dpi, side, isPhoto, name: nameOfSide(run, n) }
}

/** By this a side is kept once, however often and from wherever it is given. */
export function nameOfSide(run: string, n: number): string {
  return `${run}-${String(n)}`
}
