import { existsSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { PRODUCT, ROOT, sourcesIn, textOf } from './tree.ts'

test('every decision a clerk can ask for is in the list of commands', () => {
  const decisions = sourcesIn(['shared']).filter(file => /export function \w+\(\s*_?input: \w+Input, _?moment: /.test(textOf(file)))
  expect(decisions.filter(file => !mentions('shared/desk/commands.ts', `/${basename(file)}'`))).toEqual([])
  expect(decisions.length).toBeGreaterThan(5)
})

test('every form is in the list of forms', () => {
  expect(foldersOf('shared/forms').filter(form => form !== 'page' && !mentions('shared/forms/forms.ts', `./${form}/`))).toEqual([])
})

test('every register and every report is in its list', () => {
  const kept = (['register', 'report'] as const).flatMap(kind => sourcesIn([`shared/${kind}s`])
    .filter(file => new RegExp(`: (readonly )?R${kind.slice(1)}(<\\w+>)?(\\[\\])? = `).test(textOf(file)) && !file.endsWith(`/${kind}s.ts`))
    .map(file => ({ file, list: `shared/${kind}s/${kind}s.ts` })))
  expect(kept.length).toBeGreaterThan(7)
  expect(kept.filter(({ file, list }) => !mentions(list, `./${basename(file)}'`))).toEqual([])
})

test('every screen is in the list of routes', () => {
  const lists = ['renderer/routes.tsx', 'renderer/App.tsx']
  expect(foldersOf('renderer/screens').filter(screen => !lists.some(list => mentions(list, `./screens/${screen}/`)))).toEqual([])
})

test('every problem a person can meet has its sentence', () => {
  const codes = sourcesIn(PRODUCT).flatMap(file => [...textOf(file).matchAll(/\bcode: '([a-z-]+\/[a-z-]+)'/g)].map(match => match[1] ?? ''))
  const sentences = sourcesIn(['renderer/text', 'server/dashboard']).map(textOf).join('\n')
  expect([...new Set(codes)].filter(code => !isOfALine(code) && !isOfTheRecord(code) && !sentences.includes(`'${code}'`)).sort()).toEqual([])
})

/** What is wrong with one line of a journal is told as the journal's trouble. */
function isOfALine(code: string): boolean {
  return code.startsWith('line/')
}

/** What one process of the city tells another, never a person. */
function isOfTheRecord(code: string): boolean {
  return code.startsWith('record/')
}

function foldersOf(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).filter(entry => entry.isDirectory()).map(entry => entry.name)
}

function mentions(list: string, words: string): boolean {
  return existsSync(join(ROOT, list)) && textOf(list).includes(words)
}
