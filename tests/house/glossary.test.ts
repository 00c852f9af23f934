import ts from 'typescript'
import { expect, test } from 'vitest'
import { sourcesIn, textOf } from './tree.ts'

const rows = textOf('shared/GLOSSARY.md').split('\n').filter(line => line.startsWith('| ') && line.includes('**'))
  .map(line => line.split(' | '))
const words = new Set(rows.flatMap(([, said = '']) => [...said.matchAll(/\*\*(.+?)\*\*/g)].flatMap(match => (match[1] ?? '').split(/ \/ /))))
const never = new Set(rows.flatMap(([, , note = '']) => (/never ([\w ,]+)/.exec(note)?.[1] ?? '').split(', ')).map(word => word.trim()).filter(word => word !== ''))

test('the glossary can be read', () => {
  expect(words.size).toBeGreaterThan(40)
  expect([...never]).toEqual(expect.arrayContaining(['record', 'document', 'citizen', 'deadline']))
})

test('every act and every command is about something the glossary names', () => {
  const files = sourcesIn(['shared']).filter(file => /-acts\.ts$|act-bodies\.ts$|desk\/commands\.ts$/.test(file))
  const named = new Set(files.flatMap(file => [...textOf(file).matchAll(/'([a-z]+)\/[a-z-]+'/g)].map(match => match[1] ?? '')))
  expect(named.size).toBeGreaterThan(2)
  expect([...named].filter(word => !words.has(word))).toEqual([])
})

test('nothing in shared is called by a word the glossary forbids', () => {
  const wrong = sourcesIn(['shared']).flatMap(file => namesIn(file).filter(name => never.has(name.toLowerCase())).map(name => `${file}: ${name}`))
  expect([...new Set(wrong)]).toEqual([])
})

/** Every name a file gives to something: variables, functions, types, fields. */
function namesIn(file: string): string[] {
  const names: string[] = []
  const visit = (node: ts.Node): void => {
    if (isNaming(node) && node.name !== undefined && ts.isIdentifier(node.name)) names.push(node.name.text)
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(file, textOf(file), ts.ScriptTarget.Latest, true))
  return names
}

function isNaming(node: ts.Node): node is ts.NamedDeclaration {
  return ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isFunctionDeclaration(node) || ts.isInterfaceDeclaration(node)
    || ts.isTypeAliasDeclaration(node) || ts.isPropertySignature(node) || ts.isPropertyAssignment(node) || ts.isMethodSignature(node)
}
