/** The kinds of file a page may be, by what their bytes begin with: a name proves nothing. */
export type PageKind = 'image/jpeg' | 'image/png' | 'image/webp' | 'application/pdf'

export function sniff(bytes: Uint8Array): PageKind | undefined {
  const text = Buffer.from(bytes.subarray(0, 12)).toString('latin1')
  if (text.startsWith('\xff\xd8\xff')) return 'image/jpeg'
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png'
  if (text.startsWith('RIFF') && text.endsWith('WEBP')) return 'image/webp'
  return text.startsWith('%PDF-') ? 'application/pdf' : undefined
}
