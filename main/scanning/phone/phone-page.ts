import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'

/**
 * The page a phone gets, as one file, with the rules its browser holds it to: its own script and style by their sums,
 * lines to where it came from, pictures it made itself, and nothing else.
 */
export async function readPhonePage(file: string): Promise<{ readonly html: Uint8Array; readonly policy: string }> {
  const html = await readFile(file)
  const text = html.toString('utf8')
  const policy = [
    "default-src 'none'", `script-src ${sumsOf(text, 'script')}`, `style-src ${sumsOf(text, 'style')}`, "connect-src 'self'", 'img-src blob:',
    "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
  ]
  return { html, policy: policy.join('; ') }
}

function sumsOf(html: string, tag: 'script' | 'style'): string {
  const bodies = [...html.matchAll(new RegExp(`<${tag}(?: [^>]*)?>([\\s\\S]*?)</${tag}>`, 'g'))].map(match => match[1] ?? '')
  return bodies.map(body => `'sha256-${createHash('sha256').update(body).digest('base64')}'`).join(' ')
}
