import { basename } from 'node:path'
import { expect, test } from 'vitest'
import { filesIn, PRODUCT, textOf } from './tree.ts'

const HOUSES = [...PRODUCT, 'build', 'tests']
const FORBIDDEN = new Set(['utils', 'util', 'helpers', 'helper', 'common', 'misc', 'lib', 'manager', 'handler', 'data', 'info', 'index'])
const SUFFIXES = new Set(['service', 'manager', 'handler', 'helper', 'helpers', 'utils'])
const code = filesIn(HOUSES).filter(file => /\.tsx?$/.test(file))

test('a file is named after what it is', () => {
  const stems = filesIn(HOUSES).filter(file => /\.(tsx?|css|json|cjs|mjs|js)$/.test(file)).map(file => ({ file, words: stemOf(file).replace(/\.(test|spec|fixture)$/, '').split(/[-.]/) }))
  expect(stems.filter(({ words }) => FORBIDDEN.has(words.join('-')) || SUFFIXES.has(words.at(-1) ?? '')).map(({ file }) => file)).toEqual([])
})

test('what does is written kebab-case.ts, what shows PascalCase.tsx', () => {
  const wrong = code.filter(file => !isTestOf(file)).filter(file => {
    const name = basename(file)
    return file.endsWith('.tsx') ? !/^(?:[A-Z][A-Za-z0-9]*|routes|renderer)\.tsx$/.test(name) && !/^[a-z0-9-]+\.tsx$/.test(name) : !/^[a-z0-9]+(?:[-.][a-z0-9]+)*\.ts$/.test(name)
  })
  expect(wrong).toEqual([])
})

test('nothing is exported without a name', () => {
  const tools = /(^|\/)[\w-]+\.config\.ts$/
  expect(code.filter(file => !tools.test(file) && /^export default\b|\bas default\b/m.test(textOf(file)))).toEqual([])
})

test('nothing is left for later, silenced or skipped', () => {
  const left = new RegExp(['TO' + 'DO', 'FIX' + 'ME', '@ts-(?:ignore|nocheck|expect-error)', 'eslint-' + 'disable', '\\.(?:only|skip)\\(', '\\bas an' + 'y\\b', 'catch \\{\\}'].join('|'))
  expect(code.filter(file => file !== 'tests/house/lint.test.ts' && left.test(textOf(file)))).toEqual([])
})

test('every text is composed Unicode (NFC)', () => {
  const files = filesIn(HOUSES).filter(file => /\.(tsx?|css|json|md|html)$/.test(file))
  expect(files.filter(file => textOf(file) !== textOf(file).normalize('NFC'))).toEqual([])
})

function stemOf(file: string): string {
  return file === 'renderer/index.html' ? 'window' : basename(file).replace(/\.[a-z]+$/, '')
}

function isTestOf(file: string): boolean {
  return /\.(test|spec|fixture)\.tsx?$/.test(file)
}
