import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { pdfName, savePdf } from './save-pdf.ts'

test('a PDF is written whole into a folder that is made for it', async () => {
  const root = await mkdtemp(join(tmpdir(), 'papers-'))
  const file = await savePdf(join(root, 'a/b'), 'x.pdf', new Uint8Array([1, 2, 3]))
  expect([...await readFile(file)]).toEqual([1, 2, 3])
  expect(await readdir(join(root, 'a/b'))).toEqual(['x.pdf'])
  await rm(root, { recursive: true })
})

test('where it cannot be written, nothing half-written stays', async () => {
  const root = await mkdtemp(join(tmpdir(), 'papers-'))
  await savePdf(join(root, 'x.pdf'), 'in-the-way', new Uint8Array())
  await expect(savePdf(root, 'x.pdf', new Uint8Array([1]))).rejects.toThrow()
  expect(await readdir(root)).toEqual(['x.pdf'])
  await rm(root, { recursive: true })
})

test('a file is called after code, form and copy, and never leaves its folder', () => {
  expect(pdfName('H13.064-261120-0432', 'receipt', 1)).toBe('H13.064-261120-0432-receipt.pdf')
  expect(pdfName('dossier:00aa', 'guidance', 3)).toBe('dossier-00aa-guidance-3.pdf')
  expect(pdfName('../../x', 'receipt', 1)).toBe('-..-x-receipt.pdf')
})
