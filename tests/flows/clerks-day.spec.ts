import { expect, test } from '@playwright/test'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { liveDay } from '../../build/day/live-day.ts'

test('a clerk lives a whole day by keyboard: six dossiers, a pulled plug, a bad line, all of it safe at the city', async () => {
  const out = mkdtempSync(join(tmpdir(), 'day-'))
  const figures = await liveDay({ out, dossiers: 6, seed: 5, say: line => { console.log(line) } })
  const { codes, acts, screens, receiptMs } = figures
  expect({ ...figures, codes: codes.length, acts: acts > 12, screens: screens > 20, receiptMs: receiptMs > 0 })
    .toEqual({
      dossiers: 6, codes: 4, acts: true, lost: 0, interactionsPerIntake: 11, receiptMs: true, screens: true, receipts: 6,
      synced: 6, safe: 6, falseGreen: 0, disputes: 1, cardsMisread: 0, statements: 1, enrolmentPresses: 15,
      pages: 17, misfiled: 0, unclear: 0,
    })
  expect(readCodes(join(out, 'receipts'))).toEqual([...figures.codes].sort())
  rmSync(out, { recursive: true })
})

/** The dossier codes in the QR of every receipt, by a reader not written here. */
function readCodes(folder: string): readonly string[] {
  const receipts = readdirSync(folder).filter(name => name.endsWith('-receipt.pdf'))
  return receipts.map(name => {
    const picture = join(folder, name.replace('.pdf', ''))
    execFileSync('pdftoppm', ['-r', '200', '-png', '-singlefile', join(folder, name), picture])
    const read = execFileSync('zbarimg', ['-q', '--raw', `${picture}.png`], { encoding: 'utf8' })
    return read.split('|')[0] ?? ''
  }).sort()
}
