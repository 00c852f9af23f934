import { ESLint } from 'eslint'
import { expect, test } from 'vitest'
import { ROOT } from './tree.ts'

/** A line that must not pass, where it would stand, and the rule that stops it. */
const PLANTED = [
  ['shared/base/day.ts', 'export default function day() {}', 'no-restricted-syntax'],
  ['shared/base/day.ts', 'export const now = Date.now()', 'no-restricted-syntax'],
  ['main/bridge/serve.ts', 'export const now = new Date()', 'no-restricted-syntax'],
  ['renderer/main-api.ts', 'export const chance = Math.random()', 'no-restricted-syntax'],
  ['shared/base/day.ts', 'export enum Day { Monday }', 'no-restricted-syntax'],
  ['main/app/paths.ts', "console.log('x')", 'no-console'],
  ['main/app/paths.ts', 'export async function go() { await 1 }\ngo()', '@typescript-eslint/no-floating-promises'],
  ['main/app/paths.ts', "import { ipcMain } from 'electron'\nipcMain.eventNames()", '@typescript-eslint/no-restricted-imports'],
  ['shared/base/day.ts', "export function say(x: 'a' | 'b'): void { switch (x) { case 'a': } }", '@typescript-eslint/switch-exhaustiveness-check'],
  ['shared/base/day.ts', 'try { String(1) } catch {}', 'no-empty'],
  ['shared/base/day.ts', 'export const x = JSON.parse("1") as any', '@typescript-eslint/no-explicit-any'],
  ['shared/base/day.ts', 'export const x = 1;', 'semi'],
  ['shared/base/day.ts', Array.from({ length: 401 }, (_, i) => `export const x${i} = 1`).join('\n'), 'max-lines'],
] as const

test('the small laws are caught where they are broken', async () => {
  // Where CI is set, the parser reads each file once from disk and would not know the planted text.
  const readsAgain = { languageOptions: { parserOptions: { disallowAutomaticSingleRunInference: true } } }
  const eslint = new ESLint({ cwd: ROOT, overrideConfig: readsAgain })
  const missed: string[] = []
  for (const [filePath, code, rule] of PLANTED) {
    const results = await eslint.lintText(`${code}\n`, { filePath })
    const caught = results.flatMap(result => result.messages.map(message => message.ruleId))
    if (!caught.includes(rule)) missed.push(`${rule}: ${code.slice(0, 60)} (${caught.join(', ')})`)
  }
  expect(missed).toEqual([])
})
