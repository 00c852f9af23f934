import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { mergeConfig, type InlineConfig } from 'vite'
import { PROJECT } from './folders.ts'
import { NATIVE_GUESTS } from './guests.ts'

/** What the older of the two Electrons understands: it has Chromium 130 and Node 20.18. */
const WINDOW_TARGET = 'chrome130'
const MACHINE_TARGET = 'node20.18'

/** The three programs of the product, as Vite builds them into a folder. */
export function programs(out: string): Record<'main' | 'preload' | 'renderer', InlineConfig> {
  return { main: main(join(out, 'main')), preload: preload(join(out, 'preload')), renderer: renderer(join(out, 'renderer')) }
}

/** One file that Electron starts, and one for whatever runs apart from it, in the same folder so that they find each other. */
function main(outDir: string): InlineConfig {
  const entries = ['main/main.ts', ...filesApart()].map(file => [basename(file, '.ts'), join(PROJECT, file)])
  return machine(outDir, {
    build: {
      rolldownOptions: {
        input: Object.fromEntries(entries) as Record<string, string>,
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  })
}

/** A sandboxed preload script cannot be an ES module. */
function preload(outDir: string): InlineConfig {
  return machine(outDir, {
    build: { rolldownOptions: { input: join(PROJECT, 'main/preload.ts'), output: { format: 'cjs', entryFileNames: 'preload.cjs' } } },
  })
}

function machine(outDir: string, own: InlineConfig): InlineConfig {
  const shared: InlineConfig = {
    ...quiet,
    ssr: { noExternal: true, external: ['electron', ...NATIVE_GUESTS], target: 'node' },
    build: { ssr: true, outDir, emptyOutDir: true, target: MACHINE_TARGET, minify: false },
  }
  return mergeConfig(shared, own)
}

/** Fonts and pictures stay files of their own; only papers carry their fonts inside. */
function renderer(outDir: string): InlineConfig {
  return {
    ...quiet,
    root: join(PROJECT, 'renderer'),
    base: '/',
    resolve: { dedupe: ['dexie', 'react', 'react-dom'] },
    build: {
      outDir,
      emptyOutDir: true,
      target: WINDOW_TARGET,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 4096,
    },
    worker: { format: 'es' },
  }
}

const quiet: InlineConfig = { configFile: false, root: PROJECT, logLevel: 'warn', publicDir: false }

function filesApart(): string[] {
  const files = readdirSync(join(PROJECT, 'main'), { recursive: true, encoding: 'utf8' })
  return files.filter(name => /\.(?:process|worker)\.ts$/.test(name)).sort().map(name => join('main', name))
}
