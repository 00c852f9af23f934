/**
 * A text without anything that could be personal: names, numbers, addresses, quoted values.
 *
 * It errs on the side of silence: what remains is our own English and the shape of the trouble.
 */
export function redact(text: string): string {
  return text
    .normalize('NFC')
    .replace(/(["'`“«])(?:\\.|(?!\1)[^\\\n])*(\1|”|»)/gu, '$1…$2')
    .replace(/\S*[\u00c0-\u024f\u1e00-\u1eff\u0300-\u036f]\S*(?:\s+\p{Lu}\S*)*/gu, '…')
    .replace(/\p{Lu}{2,}(?:\s+\p{Lu}+)+/gu, '…')
    .replace(/\d[\d\s.-]{4,}\d/g, '#')
    .replace(/[^\s@]+@[^\s@]+/g, '…')
}

/** A bug's name, message and stack; the message is redacted, and so is the person's home folder in every path. */
export function redactedError(error: unknown, home: string): string {
  if (!(error instanceof Error)) return `not an Error: ${typeof error}`
  const frames = (error.stack ?? '').split('\n').filter(line => /^\s+at /.test(line))
  const places = frames.map(line => home === '' ? line : line.replaceAll(home, '~'))
  return [`${error.name}: ${redact(error.message)}`, ...places].join('\n')
}
