import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'

/** The project as the house tests see it: paths from its root, with forward slashes. */
export const ROOT = resolve(import.meta.dirname, '../..')

export const PRODUCT = ['shared', 'main', 'renderer', 'server']

/** Every file below the folders, sorted, without what is built or installed. */
export function filesIn(folders: readonly string[]): string[] {
  return folders.flatMap(folder => walk(join(ROOT, folder))).map(file => relative(ROOT, file).replaceAll('\\', '/')).sort()
}

/** Source files alone: no tests, no fixtures, no declared types. */
export function sourcesIn(folders: readonly string[]): string[] {
  return filesIn(folders).filter(file => /\.tsx?$/.test(file) && !isTest(file))
}

export function isTest(file: string): boolean {
  return /\.(test|spec|fixture)\.tsx?$/.test(file)
}

export function textOf(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8')
}

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    if (SKIPPED.has(entry.name)) return []
    return entry.isDirectory() ? walk(join(folder, entry.name)) : [join(folder, entry.name)]
  })
}

const SKIPPED = new Set(['node_modules', 'dist', '.cache', '.git', 'test-results'])
