import { hash } from 'node:crypto'

/** Objects of a PDF as they are gathered; numbers run from 1 in the order of asking. */
export interface PdfFile {
  /** A place for an object that others name before it is written. */
  readonly reserve: () => number
  /** An object, or a stream when there are bytes; `body` is Latin-1 and, for a stream, the inside of its dictionary. */
  readonly put: (body: string, bytes?: Uint8Array, at?: number) => number
  /** The whole file; the same objects give the same bytes, its ID included. */
  readonly end: (root: number) => Uint8Array
}

/** Four bytes above 127 tell every program on the way that this is no text (ISO 19005-1, 6.1.2). */
export const PDF_HEAD = '%PDF-1.4\n%\xe2\xe3\xcf\xd3\n'

export function openPdfFile(): PdfFile {
  const objects: (readonly Uint8Array[] | undefined)[] = []

  function reserve(): number {
    objects.push(undefined)
    return objects.length
  }

  return {
    reserve,
    put: (body, bytes, at = reserve()) => {
      objects[at - 1] = bytes === undefined
        ? [latin1(`${String(at)} 0 obj\n${body}\nendobj\n`)]
        : [latin1(`${String(at)} 0 obj\n<< ${body} /Length ${String(bytes.length)} >>\nstream\n`), bytes, latin1('\nendstream\nendobj\n')]
      return at
    },
    end: root => {
      const pieces: Uint8Array[] = [latin1(PDF_HEAD)]
      let length = PDF_HEAD.length
      const places = objects.map((object, at) => {
        if (object === undefined) throw new Error(`Object ${String(at + 1)} was never written`)
        const place = length
        for (const piece of object) length += piece.length
        pieces.push(...object)
        return place
      })
      const id = hash('sha256', Buffer.concat(pieces), 'hex').slice(0, 32)
      const lines = places.map(place => `${String(place).padStart(10, '0')} 00000 n \n`)
      const size = String(objects.length + 1)
      pieces.push(latin1(`xref\n0 ${size}\n0000000000 65535 f \n${lines.join('')}`
        + `trailer\n<< /Size ${size} /Root ${String(root)} 0 R /ID [<${id}> <${id}>] >>\nstartxref\n${String(length)}\n%%EOF\n`))
      return new Uint8Array(Buffer.concat(pieces))
    },
  }
}

export function latin1(text: string): Uint8Array {
  return Buffer.from(text, 'latin1')
}

/** Millimetres to points, with no more digits than a printer can see. */
export function points(mm: number): string {
  return String(Number((mm * 72 / 25.4).toFixed(2)))
}
