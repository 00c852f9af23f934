import { join } from 'node:path'
import type { Config } from '../config.ts'
import { openFiles } from './files.ts'
import { keepPages } from './kept-pages.ts'
import type { PageStore } from './page-store.ts'
import { openS3 } from './s3.ts'

/** The city's pages as configured: files under the data folder, or a bucket. */
export async function openPages(pages: Config['pages'], data: string): Promise<PageStore> {
  return keepPages(pages.kind === 's3' ? openS3(pages) : await openFiles(join(data, 'pages')))
}
