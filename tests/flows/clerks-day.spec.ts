import { expect, test } from '@playwright/test'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { liveDay } from '../../build/day/live-day.ts'

/** A whole day is many flows in one: what ends it when it hangs is longer too. */
const HANGING_DAY = 900_000

test('an office lives a whole day by keyboard: eight visits, a pulled plug, a bad line, every path to the result, all of it safe at the city', async () => {
  test.setTimeout(HANGING_DAY)
  const out = mkdtempSync(join(tmpdir(), 'day-'))
  const figures = await liveDay({ out, dossiers: 8, seed: 5, say: line => { console.log(line) } })
  const { codes, acts, screens, receiptMs } = figures
  expect({ ...figures, codes: codes.length, acts: acts > 12, screens: screens > 20, receiptMs: receiptMs > 0 })
    .toEqual({
      dossiers: 8, codes: 6, acts: true, lost: 0, interactionsPerIntake: 11, receiptMs: true, screens: true, receipts: 8,
      synced: 8, safe: 8, falseGreen: 0, disputes: 1, cardsMisread: 0, statements: 1, enrolmentPresses: 15,
      pages: 17, misfiled: 0, unclear: 0, supplements: 1, apologies: 1, withdrawn: 1, stopped: 1, signed: 1, returned: 2, certified: 5,
      papers: 20, reportDiffers: 0,
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
