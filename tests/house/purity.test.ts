import { join } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { ROOT } from './tree.ts'

/** Place, time and chance: what shared/ must be given instead of taking. */
const PLACES = ['document', 'window', 'process', 'console', 'setTimeout', 'URL', 'crypto', 'fetch', 'Buffer', 'performance', 'structuredClone']

test('what belongs to a machine or a window is a compile error in shared', () => {
  expect(PLACES.filter(name => compilesIn('shared', name))).toEqual([])
  expect(compilesIn('shared', 'Math')).toBe(true)
})

test('main has Node and no window, the renderer a window and no Node', () => {
  expect([compilesIn('main', 'process'), compilesIn('main', 'document')]).toEqual([true, false])
  expect([compilesIn('renderer', 'document'), compilesIn('renderer', 'process')]).toEqual([true, false])
})

/** Whether a house's own compiler settings know a global name. */
function compilesIn(house: string, name: string): boolean {
  const file = join(ROOT, house, 'planted.ts')
  const { options } = settingsOf(house)
  const host = ts.createCompilerHost(options)
  const readSource = host.getSourceFile.bind(host)
  const planted = `export const x: unknown = ${name}\n`
  host.getSourceFile = (path, language) =>
    path === file ? ts.createSourceFile(path, planted, language) : readSource(path, language)
  const exists = host.fileExists.bind(host)
  host.fileExists = path => path === file || exists(path)
  const program = ts.createProgram([file], options, host)
  return program.getSemanticDiagnostics(program.getSourceFile(file)).length === 0
}

function settingsOf(house: string): ts.ParsedCommandLine {
  const path = join(ROOT, house, 'tsconfig.json')
  const alone = { noEmit: true, composite: false, incremental: false, emitDeclarationOnly: false }
  const parsed = ts.getParsedCommandLineOfConfigFile(path, alone, {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: diagnostic => { throw new Error(ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n')) },
  })
  if (parsed === undefined) throw new Error(`No settings in ${path}`)
  const { tsBuildInfoFile: _, ...options } = parsed.options
  return { ...parsed, options }
}
