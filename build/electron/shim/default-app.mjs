// Stands in for Electron's own default app: `electron [switches] <folder or file>` runs that folder or file.
// It is an ES module that waits for the app's code, because Electron waits for it before the app becomes ready.
import { app } from 'electron'
import { existsSync, readFileSync, statSync } from 'node:fs'
import Module from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const { preloads, target } = readCommandLine(process.argv.slice(1))
if (target === undefined) {
  console.error('usage: electron [switches] <folder or file>')
  process.exit(1)
}
Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true })
Module._preloadModules(preloads)
try {
  await start(resolve(target))
} catch (error) {
  console.error('The app threw an error during load')
  console.error(error?.stack ?? error)
  process.exit(1)
}

/** Playwright loads itself with -r before the app. */
function readCommandLine(args) {
  const preloads = []
  for (let i = 0; i < args.length; i += 1) {
    const arg = args[i]
    if (arg === '-v' || arg === '--version') {
      console.log(`v${process.versions.electron}`)
      process.exit(0)
    }
    if (arg === '-r' || arg === '--require') preloads.push(args[i += 1])
    else if (arg.startsWith('--app=')) return { preloads, target: arg.slice('--app='.length) }
    else if (!arg.startsWith('-')) return { preloads, target: arg }
  }
  return { preloads, target: undefined }
}

async function start(path) {
  const isFolder = statSync(path).isDirectory()
  const manifest = isFolder && existsSync(join(path, 'package.json')) ? readManifest(path) : undefined
  if (manifest?.version) app.setVersion(manifest.version)
  if (manifest) app.name = manifest.productName ?? manifest.name
  app.setAppPath(isFolder ? path : dirname(path))
  const file = isFolder ? resolve(path, manifest?.main ?? 'index.js') : path
  if (isEsModule(file)) await import(pathToFileURL(file).href)
  else Module._load(file, Module, true)
}

function isEsModule(file) {
  if (!file.endsWith('.js')) return file.endsWith('.mjs')
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return readManifest(folder).type === 'module'
    if (folder === dirname(folder)) return false
  }
}

function readManifest(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
}
