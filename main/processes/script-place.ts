import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/**
 * Where a script that runs apart from the program lies, by its name (`verify.worker`, `clean.process`) and the `import.meta.url` of
 * who starts it.
 *
 * Bundles stand beside the bundled program; in tests the source runs as it is.
 */
export function scriptPlace(name: string, beside: string): URL {
  const place = [`./${name}.js`, `./${name}.ts`].map(file => new URL(file, beside)).find(url => existsSync(fileURLToPath(url)))
  if (place === undefined) throw new Error(`The script ${name} is not where it was built`)
  return place
}
