import type { Act } from '../../../shared/acts/act.ts'
import { formatMoney } from '../../../shared/base/money.ts'
import type { Dossier } from '../../../shared/dossiers/dossier.ts'
import { everyDispute } from '../../../shared/dossiers/settled.ts'
import { readAct } from '../../../shared/dossiers/known-act.ts'
import { dossierText, events as words } from '../../text/dossier.ts'
import { showValue } from './field-value.ts'
import { tellProgress } from './tell-progress.ts'
import type { WhoAndWhere } from './who-and-where.ts'

/** One line of the course of events. */
export interface Told {
  readonly key: string
  readonly who: string
  readonly what: string
  readonly reason: string | null
  /** When and at which desk. */
  readonly stamp: string
  /** `odd`: somebody must look at it; `now`: the newest. */
  readonly tone: 'odd' | 'now' | 'plain'
  /** The state did not admit it when its turn came (rule D2). */
  readonly isNotAdmitted: boolean
}

/** What happened to a dossier, newest first, every act in words. */
export function tellEvents(dossier: Dossier, place: WhoAndWhere): readonly Told[] {
  const disputed = new Set(dossier.disputes.flatMap(({ acts }) => acts.map(({ name }) => name)))
  const notAdmitted = new Set(everyDispute(dossier).filter(({ kind }) => kind === 'not-admitted').flatMap(({ acts }) => acts.map(({ name }) => name)))
  return [...dossier.acts].reverse().map((act, i) => ({
    key: act.name,
    who: place.nameOf(act.author),
    ...tellAct(act, paperNames(dossier)),
    stamp: words.stamp(act.at, place.deskOf(act.device)),
    tone: disputed.has(act.name) ? 'odd' : i === 0 ? 'now' : 'plain',
    isNotAdmitted: notAdmitted.has(act.name),
  }))
}

/** What one act did, and the reason written with it. */
export function tellAct(act: Pick<Act, 'kind' | 'body'>, papers: ReadonlyMap<string, string>): Pick<Told, 'what' | 'reason'> {
  const read = readAct(act)
  if (read === undefined) return { what: words.unreadable(act.kind), reason: null }
  switch (read.kind) {
    case 'dossier/received': {
      const { amount } = read.body.fee
      return { what: words.received(amount === 0 ? '' : formatMoney(amount)), reason: null }
    }
    case 'dossier/refused':
      return { what: words.refused, reason: words.reason(read.body.reason) }
    case 'guidance/given':
      return { what: words.guided, reason: dossierText.toBring(read.body.missingPapers.join('; ')) }
    case 'dossier/corrected': {
      const { field, from, to, reason } = read.body
      return { what: words.corrected(field, showValue(field, from), showValue(field, to)), reason: reasonOf(reason) }
    }
    case 'dossier/dispute-settled': {
      const { field, value, reason } = read.body
      return { what: field === undefined ? words.settled : words.settledField(field, showValue(field, value)), reason: reasonOf(reason) }
    }
    case 'dossier/form-printed':
      return { what: words.printed(read.body.form, read.body.copy, read.body.to === 'pdf'), reason: null }
    case 'dossier/note-added':
      return { what: words.noted(read.body.text), reason: null }
    case 'dossier/page-looked-at':
      return { what: words.lookedAtCard, reason: words.reason(read.body.reason) }
    case 'dossier/pages-added':
      return { what: words.pagesAdded(papers.get(read.body.paperId) ?? read.body.paperId, read.body.pages.length), reason: null }
    case 'dossier/paper-attached': {
      const { paper, reason } = read.body
      return { what: words.attached(paper.name, dossierText.counts(paper.originals, paper.copies)), reason: reasonOf(reason) }
    }
    case 'dossier/paper-detached':
      return { what: words.detached(papers.get(read.body.paperId) ?? read.body.paperId), reason: reasonOf(read.body.reason) }
    case 'dossier/voided':
      return { what: words.voided, reason: words.reason(read.body.reason) }
    default: {
      const { what, why } = tellProgress(read)
      return { what, reason: reasonOf(why) }
    }
  }
}

/** Every paper the dossier ever held, by id: also those that were taken out again. */
function paperNames(dossier: Dossier): ReadonlyMap<string, string> {
  const ever = dossier.acts.flatMap(act => {
    const read = readAct(act)
    if (read?.kind === 'dossier/received') return read.body.papers
    if (read?.kind === 'dossier/supplemented') return read.body.papers
    return read?.kind === 'dossier/paper-attached' ? [read.body.paper] : []
  })
  return new Map(ever.map(({ id, name }) => [id, name]))
}

function reasonOf(reason: string | undefined): string | null {
  return reason === undefined ? null : words.reason(reason)
}
