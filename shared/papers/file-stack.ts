import { doubtsOf, hasBeenSeen } from './doubts.ts'
import type { FiledSide, KnownDossier, KnownHere, StackNotice, StackSide, WhyUnclear } from './stack.ts'
import { cutIntoSections, type Section } from './stack-sections.ts'
import { suggest } from './suggest.ts'

export interface FiledStack {
  /** As many as came, in their order. */
  readonly sides: readonly FiledSide[]
  readonly notices: readonly StackNotice[]
}

/**
 * Files a stack by its cover sheets: what comes behind one belongs to it, whichever way up, front or back.
 *
 * A side is placed only when the cover sheet before it was read whole, is this unit's, names a dossier and a paper known here,
 * and nothing hints at another cover sheet that went through unseen. Whatever only may be a cover sheet ends the one before it:
 * the pages behind it are unclear, because they are the next dossier's or nobody's. Before the first everything is unclear.
 */
export function fileStack(sides: readonly StackSide[], known: KnownHere): FiledStack {
  const sections = cutIntoSections(sides, known)
  const seen = sections.flatMap(({ cover }) => cover === null ? [] : [cover])
  const missing = known.printed.filter(cover => !hasBeenSeen(cover, seen))
  const filed: FiledSide[] = []
  const notices: StackNotice[] = []
  for (const section of sections) {
    const doubts = doubtsOf(section, { isOpen: section === sections.at(-1) && !known.isOver, missing })
    notices.push(...section.notices, ...doubts.notices)
    filed.push(...section.coverSides.map(side => fileCover(side, section)))
    filed.push(...section.sheets.flatMap((sheet, i) => sheet.map(side => fileSide(side, section, doubts.whys[i] ?? null, known))))
  }
  return { sides: suggest(sides, filed, known), notices }
}

/** A cover sheet that could not be read stays where a person sees it. */
function fileCover({ id }: StackSide, { cover, why }: Section): FiledSide {
  return cover === null ? { id, as: 'unclear', why: why ?? 'cover-unread', suggestion: null } : { id, as: 'cover', cover }
}

function fileSide({ id, codes }: StackSide, { cover, dossier }: Section, doubt: WhyUnclear | null, known: KnownHere): FiledSide {
  if (cover === null || dossier === null) return { id, as: 'unclear', why: doubt ?? 'no-cover', suggestion: null }
  const paper = cover.paper ?? onlyPaper(dossier)
  const why = doubt ?? (namesAnother(codes, dossier, known) ? 'other-dossier-named' : null)
  if (why === null) return { id, as: 'placed', subject: dossier.subject, paper, suggestion: null }
  const isLikely = paper !== null && why !== 'face-down' && why !== 'paper-unknown'
  return { id, as: 'unclear', why, suggestion: isLikely ? { subject: dossier.subject, paper, why: 'cover' } : null }
}

/** A receipt of another dossier (rule N7) behind this cover sheet hints at a cover sheet that never came. */
function namesAnother(codes: readonly string[], dossier: KnownDossier, known: KnownHere): boolean {
  const named = codes.map(text => text.split('|')[0])
  return known.dossiers.some(({ code }) => code !== dossier.code && named.includes(code))
}

function onlyPaper({ papers }: KnownDossier): string | null {
  return papers.length === 1 ? papers[0]?.id ?? null : null
}
