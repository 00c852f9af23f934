import { readFile } from 'node:fs/promises'
import { success, type Result } from '../../../shared/base/result.ts'
import { hearProgram, stepBack, tellProgram } from '../../processes/parent.ts'
import { ocrFiles } from '../ocr/ocr-files.ts'
import { writePage } from '../pdf/write-page.ts'
import { prepareCodes } from '../qr/read-codes.ts'
import { cleanSide } from './clean-side.ts'
import type { DecodeProblem } from './decoded.ts'
import type { CleanPage, RawSide } from './pipeline.ts'

/** What the process says: once that it can begin, then one answer for each side it was given. */
export type Answer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'cleaned', readonly result: Result<CleanPage, DecodeProblem> }

stepBack()
await prepareCodes(await readFile(ocrFiles().codes))
// Whatever goes wrong beyond a problem ends this process; the pool knows which side that was.
hearProgram<RawSide>(raw => { void clean(raw) })
tellProgram({ kind: 'ready' } satisfies Answer)

async function clean(raw: RawSide): Promise<void> {
  const side = await cleanSide(await readFile(raw.path), raw)
  const result = side.ok ? success(pageOf(side.value)) : side
  tellProgram({ kind: 'cleaned', result } satisfies Answer)
}

function pageOf({ image, ...facts }: Extract<Awaited<ReturnType<typeof cleanSide>>, { ok: true }>['value']): CleanPage {
  return { ...facts, pdf: writePage(image), width: image.widthMm, height: image.heightMm }
}
