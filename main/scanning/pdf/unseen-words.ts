import type { Box } from './page-image.ts'
import { latin1, points, type PdfFile } from './pdf-file.ts'
import type { PageWords } from './put-page.ts'
import { unseenFont } from './unseen-font.ts'

/** A word or a line, and where it stands on the page. */
export interface TextOnPage {
  readonly text: string
  readonly box: Box
}

/** Text that can be searched and copied, under images; one font for the whole file, with a glyph for each sign that occurs. */
export interface UnseenWords {
  readonly on: (heightMm: number, texts: readonly TextOnPage[]) => PageWords | undefined
  /** Writes the font, once every page is known. */
  readonly end: () => void
}

export function openUnseenWords(file: PdfFile): UnseenWords {
  const glyphBySign = new Map<string, number>()
  let font: number | undefined

  function glyphOf(sign: string): string {
    const glyph = glyphBySign.get(sign) ?? glyphBySign.size + 1
    glyphBySign.set(sign, glyph)
    return hex(glyph)
  }

  return {
    on: (heightMm, texts) => {
      const lines = texts.flatMap(({ text, box }) => {
        const signs = [...text.normalize('NFC')]
        if (signs.length === 0 || !(box.width > 0) || !(box.height > 0)) return []
        const stretch = (100 * box.width / (signs.length * box.height / 2)).toFixed(1)
        const corner = `${points(box.x)} ${points(heightMm - box.y - box.height)}`
        return `/F0 ${points(box.height)} Tf ${stretch} Tz 1 0 0 1 ${corner} Tm <${signs.map(glyphOf).join('')}> Tj\n`
      })
      if (lines.length === 0) return undefined
      font ??= file.reserve()
      return { fonts: `/F0 ${String(font)} 0 R`, content: `BT 3 Tr\n${lines.join('')}ET\n` }
    },
    end: () => { if (font !== undefined) putFont(file, font, [...glyphBySign.keys()]) },
  }
}

function putFont(file: PdfFile, at: number, signs: readonly string[]): void {
  const bytes = unseenFont(signs.length + 1)
  const program = file.put(`/Length1 ${String(bytes.length)}`, bytes)
  const descriptor = file.put('<< /Type /FontDescriptor /FontName /Unseen /Flags 4 /FontBBox [0 0 500 1000] /ItalicAngle 0 '
    + `/Ascent 1000 /Descent 0 /CapHeight 1000 /StemV 80 /FontFile2 ${String(program)} 0 R >>`)
  const descendant = file.put('<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Unseen '
    + '/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> '
    + `/FontDescriptor ${String(descriptor)} 0 R /DW 500 /CIDToGIDMap /Identity >>`)
  const signsByGlyph = file.put('', latin1(toUnicode(signs)))
  file.put('<< /Type /Font /Subtype /Type0 /BaseFont /Unseen /Encoding /Identity-H '
    + `/DescendantFonts [${String(descendant)} 0 R] /ToUnicode ${String(signsByGlyph)} 0 R >>`, undefined, at)
}

/** A block of such a table may hold a hundred lines (Adobe Technical Note 5014). */
const BLOCK = 100

function toUnicode(signs: readonly string[]): string {
  const lines = signs.map((sign, at) => `<${hex(at + 1)}> <${utf16(sign)}>\n`)
  const blocks = Array.from({ length: Math.ceil(lines.length / BLOCK) }, (_, at) => lines.slice(at * BLOCK, (at + 1) * BLOCK))
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
${blocks.map(block => `${String(block.length)} beginbfchar\n${block.join('')}endbfchar\n`).join('')}endcmap
CMapName currentdict /CMap defineresource pop
end
end
`
}

function hex(glyph: number): string {
  return glyph.toString(16).padStart(4, '0')
}

/** As PDF writes text in hexadecimal. */
export function utf16(text: string): string {
  return Buffer.from(text, 'utf16le').swap16().toString('hex')
}
