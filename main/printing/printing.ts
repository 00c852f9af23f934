import { formsOf, nextCopy, type DossierForm, type PrintFormInput } from '../../shared/dossiers/print-form.ts'
import { failure, success, type Problem, type Result } from '../../shared/base/result.ts'
import type { PrintingApi } from '../../shared/bridge/main-api.ts'
import { getForm } from '../../shared/forms/forms.ts'
import { drawCovers, isOfCovers, printCovers, type CoverTools } from './print-covers.ts'
import { printHandOver, type HandOverTools } from './print-hand-over.ts'
import { pdfName } from './save-pdf.ts'
import { noPrinter, printMoment, sendPaper } from './send-paper.ts'

export interface PrintingTools extends CoverTools, HandOverTools {
  /** Appends `dossier/form-printed`: a paper has left. */
  readonly record: (input: PrintFormInput) => Promise<Result<unknown>>
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
      if (isOfCovers(form)) {
        const covers = await drawCovers(tools, await tools.dossierOf(subject), { form })
        return covers.ok ? success({ html: covers.value[0]?.html ?? '' }) : covers
      }
      const drawn = await draw(tools, subject, form)
      return drawn.ok ? success({ html: drawn.value.html }) : drawn
    },
    handOver: request => inTurn(() => printHandOver(tools, request)),
    print: ({ subject, form, to, paper, sheets }) => inTurn(async () => {
      if (isOfCovers(form)) return printCovers(tools, await tools.dossierOf(subject), { form, paper, sheets }, to)
      const drawn = await draw(tools, subject, form)
      if (!drawn.ok) return drawn
      const { html, stem, copy } = drawn.value
      const sent = await sendPaper(tools, { html, file: pdfName(stem, form, copy), to })
      if (!sent.ok && !sent.problem.queued) return sent
      const recorded = await tools.record({ subject, form, to })
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
  const moment = await printMoment(tools, office, { copy, clerkName: dossier.clerk })
  return success({ html: getForm(name).layout(dossier, moment).html, copy, stem: dossier.code ?? subject })
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
