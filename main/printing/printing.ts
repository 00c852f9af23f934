import type { Dossier } from '../../shared/dossiers/dossier.ts'
import { formsOf, nextCopy, type DossierForm } from '../../shared/dossiers/print-form.ts'
import { failure, success, type Problem, type Result } from '../../shared/base/result.ts'
import type { DeviceSettings, PrintingApi, PrintRequest } from '../../shared/bridge/main-api.ts'
import type { PrintMoment } from '../../shared/forms/form.ts'
import { getForm } from '../../shared/forms/forms.ts'
import { QR_PATTERN } from '../../shared/forms/page/qr-pattern.ts'
import type { Office } from '../../shared/units/office.ts'
import type { PaperMachine } from './paper-machine.ts'
import type { PrintingProblem } from './printer.ts'
import { qrSvg } from './qr.ts'
import { pdfName, savePdf } from './save-pdf.ts'

export interface PrintingTools {
  readonly machine: PaperMachine
  /** Whether whoever is at the desk may print: success, or the problem to tell. */
  readonly mayPrint: () => Result<unknown>
  /** The fold of the journal; undefined for a subject nobody knows. */
  readonly dossierOf: (subject: string) => Promise<Dossier | undefined>
  readonly office: () => Office | undefined
  readonly device: () => Pick<DeviceSettings, 'printer' | 'paperSize'>
  /** UTC, ms. */
  readonly now: () => string
  readonly systemName: string
  /** The folder of Tinos' woff2 files, turned into style rules once. */
  readonly fontFaces: () => Promise<string>
  /** Where papers saved as PDF go. */
  readonly pdfFolder: () => string
  /** Appends `dossier/form-printed`: a paper has left. */
  readonly record: (input: PrintRequest) => Promise<Result<unknown>>
}

/**
 * Prints papers from the journal, never from the screen (rule N7).
 *
 * The paper first, the act that counts it after: what did not come out is not counted, and a printer's
 * trouble cannot touch a dossier. Papers wait for one another, so that two prints never take one copy number.
 * Problems: those of `mayPrint`, `office/not-open`, `dossier/unknown`, `dossier/form-not-due`, `printing/…`.
 */
export function makePrinting(tools: PrintingTools): PrintingApi {
  const inTurn = makeTurns()
  return {
    printers: async () => (await tools.machine.printers()).map(({ name, label, isDefault }) => ({ name, label, isDefault })),
    printerState: async () => {
      const name = tools.device().printer
      if (name === null) return { name, problem: noPrinter(name, 'not-chosen') }
      const standing = (await tools.machine.printers()).find(printer => printer.name === name)
      return { name, problem: standing === undefined ? noPrinter(name, 'not-listed') : standing.problem }
    },
    preview: async ({ subject, form }) => {
      const drawn = await draw(tools, subject, form)
      return drawn.ok ? success({ html: drawn.value.html }) : drawn
    },
    print: request => inTurn(async () => {
      const drawn = await draw(tools, request.subject, request.form)
      if (!drawn.ok) return drawn
      const sent = request.to === 'pdf' ? await toFile(tools, request, drawn.value) : await toPrinter(tools, drawn.value)
      if (!sent.ok && !sent.problem.queued) return sent
      const recorded = await tools.record(request)
      if (!sent.ok) return sent
      return recorded.ok ? success({ copy: drawn.value.copy, file: sent.value }) : recorded
    }),
  }
}

interface Drawn {
  readonly html: string
  readonly copy: number
  /** What a file of it is called after. */
  readonly stem: string
}

async function draw(tools: PrintingTools, subject: string, name: DossierForm): Promise<Result<Drawn, Problem>> {
  const allowed = tools.mayPrint()
  if (!allowed.ok) return allowed
  const office = tools.office()
  if (office === undefined) return failure({ code: 'office/not-open' })
  const dossier = await tools.dossierOf(subject)
  if (dossier === undefined) return failure({ code: 'dossier/unknown' })
  if (!formsOf(dossier).includes(name)) return failure({ code: 'dossier/form-not-due', form: name, state: dossier.state })
  const copy = nextCopy(dossier, name)
  const moment: PrintMoment = {
    printedAt: tools.now(), copy, size: tools.device().paperSize, office, clerkName: dossier.clerk,
    systemName: tools.systemName, qrPattern: QR_PATTERN, qrSvg, fontFaces: await tools.fontFaces(),
  }
  return success({ html: getForm(name).layout(dossier, moment).html, copy, stem: dossier.code ?? subject })
}

async function toPrinter(tools: PrintingTools, { html }: Drawn): Promise<Result<null, PrintingProblem>> {
  const { printer, paperSize } = tools.device()
  if (printer === null) return failure(noPrinter(printer, 'not-chosen'))
  return tools.machine.print(html, printer, paperSize).catch((error: unknown) => failed(printer, error))
}

async function toFile(tools: PrintingTools, { form }: PrintRequest, { html, stem, copy }: Drawn): Promise<Result<string, PrintingProblem>> {
  return tools.machine.pdf(html)
    .then(bytes => savePdf(tools.pdfFolder(), pdfName(stem, form, copy), bytes))
    .then(success, (error: unknown) => failed(null, error))
}

/** A failure of the machine or the disk; its text may name a folder, never a person. */
function failed(printer: string | null, error: unknown): { readonly ok: false, readonly problem: PrintingProblem } {
  const reason = error instanceof Error && 'code' in error ? String(error.code) : error instanceof Error ? error.name : 'unknown'
  return failure({ code: 'printing/failed', printer, reason, queued: false })
}

function noPrinter(printer: string | null, reason: string): PrintingProblem {
  return { code: 'printing/no-printer', printer, reason, queued: false }
}

/** Work that must not overlap: each waits for the one before, however that ended. */
function makeTurns(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return work => {
    const turn = last.then(work, work)
    last = turn
    return turn
  }
}
