import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'vite'
import { DIST, PROJECT } from './folders.ts'

const PAGE = join(PROJECT, 'main/scanning/phone/page')

/** Ordinary phones of the last years; the page is all they get. */
const PHONE_TARGET = ['chrome87', 'safari14', 'firefox78']

/** Builds `<out>/phone/phone.html`: the page for the office's phone with its style and its script inside, one file. */
export async function phonePage(out = DIST): Promise<string> {
  const [html, css, script] = await Promise.all([readFile(join(PAGE, 'phone.html'), 'utf8'), readFile(join(PAGE, 'phone.css'), 'utf8'), pageScript()])
  const whole = html.replace('<style></style>', () => `<style>${css}</style>`)
    .replace('<script></script>', () => `<script>${script.replaceAll('</script', '<\\/script')}</script>`)
  const file = join(out, 'phone/phone.html')
  await mkdir(join(out, 'phone'), { recursive: true })
  await writeFile(`${file}.part`, whole)
  await rename(`${file}.part`, file)
  return file
}

async function pageScript(): Promise<string> {
  const made = await build({
    configFile: false,
    root: PROJECT,
    logLevel: 'warn',
    publicDir: false,
    build: {
      write: false,
      target: PHONE_TARGET,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: join(PAGE, 'phone.ts'), output: { format: 'iife' } },
    },
  })
  const outputs = (Array.isArray(made) ? made : [made]).flatMap(one => 'output' in one ? one.output : [])
  const chunks = outputs.flatMap(one => one.type === 'chunk' ? [one.code] : [])
  if (chunks.length !== 1 || chunks[0] === undefined) throw new Error(`The page for the phone is one script, not ${chunks.length}`)
  return chunks[0]
}

if (import.meta.main) await phonePage()
