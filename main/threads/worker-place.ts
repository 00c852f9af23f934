import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/**
 * Where the script of a thread lies, by its name (`verify` of `verify.worker.ts`) and the `import.meta.url` of who starts it.
 *
 * Bundles stand beside the bundled program; in tests the source runs as it is.
 */
export function workerPlace(name: string, beside: string): URL {
  const place = [`./${name}.worker.js`, `./${name}.worker.ts`].map(file => new URL(file, beside)).find(url => existsSync(fileURLToPath(url)))
  if (place === undefined) throw new Error(`The thread ${name} is not where it was built`)
  return place
}
