import { putArchival } from './archival.ts'
import type { PageImage } from './page-image.ts'
import { openPdfFile } from './pdf-file.ts'
import { codeLayer, putPage, type CodedPage } from './put-page.ts'

/** A side as it is kept: one page of PDF/A-1b. The same image gives the same bytes, so the same name. */
export function writePage(page: PageImage): Uint8Array {
  return writeCodedPage({ ...page, layers: page.layers.map(codeLayer) })
}

export function writeCodedPage(page: CodedPage): Uint8Array {
  const file = openPdfFile()
  const catalogue = file.reserve()
  const pages = file.reserve()
  const archival = putArchival(file)
  const only = putPage(file, pages, page)
  file.put(`<< /Type /Pages /Kids [${String(only)} 0 R] /Count 1 >>`, undefined, pages)
  file.put(`<< /Type /Catalog /Pages ${String(pages)} 0 R ${archival} >>`, undefined, catalogue)
  return file.end(catalogue)
}
