import type { PaperMachine } from '../../main/printing/paper-machine.ts'
import { standingOf } from '../../main/printing/printer.ts'
import type { PrintingTools } from '../../main/printing/printing.ts'
import { success } from '../../shared/base/result.ts'
import { DEFAULT_SETTINGS } from '../../shared/units/city-settings.ts'
import { sampleOffice } from './paper-samples.ts'

/** A desk with one sound printer and a machine that turns papers into their own HTML, which comes out in `out`. */
export function pretendPrinting(
  own: Pick<PrintingTools, 'dossierOf' | 'record' | 'pdfFolder'>, out: string[],
  change: Partial<PrintingTools> = {}, machine: Partial<PaperMachine> = {},
): PrintingTools {
  return {
    machine: {
      printers: async () => [standingOf({ name: 'q', displayName: 'Quầy 1', options: {} }, true)],
      pdf: async html => new TextEncoder().encode(html),
      print: async html => { out.push(html); return success(null) },
      close: () => undefined,
      ...machine,
    },
    mayPrint: () => success(null),
    office: () => sampleOffice,
    device: () => ({ printer: 'q', paperSize: 'A5' }),
    now: () => '2026-11-20T03:45:00.000Z',
    systemName: 'Một Cửa',
    settings: () => DEFAULT_SETTINGS,
    fontFaces: async () => '',
    onCovers: async () => undefined,
    userName: () => 'Trần Thị B', countedToday: () => Promise.resolve(undefined),
    ...own,
    ...change,
  }
}
