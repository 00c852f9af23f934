import type { Act } from '../acts/act.ts'
import type { DossierBodies } from './act-bodies.ts'
import { beginProgress, NO_PROGRESS } from './begin-progress.ts'
import type { Dossier, DossierState } from './dossier.ts'
import { listPapers } from './papers.ts'

/** An act that begins a dossier: received, refused, or sent home with guidance (rules L1–L3). */
export type Opening = { readonly [Kind in OpeningKind]: { readonly kind: Kind; readonly body: DossierBodies[Kind] } }[OpeningKind]
type OpeningKind = 'dossier/received' | 'dossier/refused' | 'guidance/given'

/** The dossier as its first act leaves it. */
export function beginDossier(opening: Opening, act: Act, state: DossierState): Dossier {
  const { body } = opening
  const { procedure, applicant, owner, authorisation, content, channel, helpedBy, receivedBy, resolvedBy, clockDoubted } = body
  return {
    subject: act.subject,
    state,
    procedure,
    applicant,
    ...(owner === undefined ? {} : { owner }),
    ...(authorisation === undefined ? {} : { authorisation }),
    content,
    channel,
    ...(helpedBy === undefined ? {} : { helpedBy }),
    receivedBy,
    resolvedBy,
    receivedAt: act.at,
    clerk: body.clerkName,
    desk: body.deskName,
    clockDoubted,
    ...(opening.kind === 'dossier/received' ? beginProgress(opening.body, act) : NO_PROGRESS),
    ...ofKind(opening),
    notes: [],
    disputes: [],
    settled: [],
    printed: {},
    acts: [],
  }
}

type OfKind = Pick<Dossier, 'papers' | 'setCount' | 'collectAt'>
  & Partial<Pick<Dossier, 'code' | 'due' | 'parts' | 'fee' | 'reason' | 'missingPapers'>>

/** What only this kind brings; guidance and refusal keep no papers, so nothing is counted. */
function ofKind({ kind, body }: Opening): OfKind {
  switch (kind) {
    case 'dossier/received': {
      const { code, papers, setCount, due, fee, collectAt, parts } = body
      return { code, ...listPapers(papers), setCount, due, fee, collectAt, ...(parts === undefined ? {} : { parts }) }
    }
    case 'dossier/refused':
      return { papers: [], setCount: 0, collectAt: 'counter', reason: body.reason }
    case 'guidance/given':
      return { papers: [], setCount: 0, collectAt: 'counter', reason: body.legalGround, missingPapers: body.missingPapers }
  }
}
