import type { Problem } from '../../shared/base/result.ts'
import type { PagePlace, TrayPage } from '../../shared/bridge/scanning-api.ts'
import { batchOf, type Batches } from './batches.ts'
import type { BatchLine, CameLine } from './batch-line.ts'
import type { RawPage } from './drivers/driver.ts'
import { fileBatch, type FiledPage } from './file-batch.ts'
import type { KnownDossiers } from './known-dossiers.ts'
import type { PrintedCovers } from './printed-covers.ts'
import { applyLine, coverOf, foldBatch, type BatchState, type Side } from './tray-fold.ts'

/** The scan tray (khay quét): the fold of every manifest, and the only one who adds to them. */
export interface Tray {
  readonly batches: () => ReadonlyMap<string, BatchState>
  readonly side: (id: string) => Side | undefined
  readonly begin: (scanner: string, into: PagePlace | null) => Promise<string>
  /** Resolves when the side would survive a power cut (rule J5). */
  readonly keepSide: (batch: string, raw: RawPage, about: ComingSide) => Promise<CameLine>
  /** Resolves when the lines are on disk; each goes to the batch it is about. */
  readonly note: (batch: string, ...lines: readonly BatchLine[]) => Promise<void>
  /** Every page that has not left, in order, and what was noticed. */
  readonly look: () => Promise<{ readonly pages: readonly TrayPage[], readonly notices: readonly Problem[] }>
  /** Forgets a batch with its originals. */
  readonly drop: (batch: string) => Promise<void>
}

export interface ComingSide {
  readonly sheet: number
  readonly scanner: string
  /** The page it takes the place of; otherwise it comes last. */
  readonly after?: Side
}

export interface TrayTools {
  readonly batches: Batches
  readonly known: KnownDossiers
  readonly covers: Pick<PrintedCovers, 'seen' | 'waitingAt'>
  readonly unit: () => string
  /** A batch that still gets sheets. */
  readonly isRunning: (batch: string) => boolean
  readonly headingOf?: ((sha256: string) => string | undefined) | undefined
  readonly onChanged: () => void
}

export function openTray({ batches, known, covers, unit, isRunning, headingOf, onChanged }: TrayTools): Tray {
  const states = new Map<string, BatchState>([...batches.lines()].map(([batch, lines]) => [batch, foldBatch(lines)]))
  let lastOrder = Math.max(0, ...[...states.values()].flatMap(({ sides }) => [...sides.values()].map(({ order }) => order)))

  function apply(batch: string, lines: readonly BatchLine[]): void {
    states.set(batch, lines.reduce(applyLine, states.get(batch) ?? foldBatch([])))
    onChanged()
  }

  async function note(batch: string, ...lines: readonly BatchLine[]): Promise<void> {
    await batches.note(batch, lines)
    apply(batch, lines)
  }

  async function keepSide(batch: string, raw: RawPage, { sheet, scanner, after }: ComingSide): Promise<CameLine> {
    const place = states.get(batch)?.into ?? null
    const order = after === undefined ? (lastOrder += 1) : between(after.order, nextOrder(after.order))
    const came = await batches.keepSide(batch, raw, { sheet, scanner, order, place })
    if (states.get(batch)?.sides.has(came.id) !== true) apply(batch, [came])
    return came
  }

  function nextOrder(order: number): number {
    const later = [...states.values()].flatMap(({ sides }) => [...sides.values()].map(side => side.order)).filter(other => other > order)
    return later.length === 0 ? order + 1 : Math.min(...later)
  }

  return {
    batches: () => states,
    side: id => states.get(batchOf(id))?.sides.get(id),
    begin: async (scanner, into) => {
      const batch = await batches.begin(scanner, into)
      states.set(batch, foldBatch(batches.lines().get(batch) ?? []))
      return batch
    },
    keepSide,
    note,
    look: async () => {
      await known.learn([...states.values()].flatMap(subjectsIn))
      const dossiers = known.all()
      covers.seen([...states.values()].flatMap(({ sides }) => [...sides.values()].flatMap(side => coverOf(side) ?? [])))
      const filed = [...states].map(([batch, state]) =>
        fileBatch(state, { unit: unit(), dossiers, printedBy: covers.waitingAt, isRunning: isRunning(batch), headingOf }))
      const orderOf = (page: FiledPage): number => states.get(page.batch)?.sides.get(page.id)?.order ?? 0
      const pages = filed.flatMap(one => one.pages.filter(({ isFiled }) => !isFiled)).sort((one, other) => orderOf(one) - orderOf(other))
      const blanks = pages.filter(({ aside }) => aside === 'blank').length
      return {
        pages: pages.map(({ isFiled: _, ...page }) => page),
        notices: [
          ...filed.flatMap(({ notices }) => notices),
          ...pages.flatMap(({ isFaint, aside, sheet }) => isFaint && aside === null ? [{ code: 'tray/faint', sheet }] : []),
          ...(blanks > 0 ? [{ code: 'tray/blanks-aside', count: blanks }] : []),
        ],
      }
    },
    drop: async batch => {
      await batches.drop(batch)
      states.delete(batch)
      onChanged()
    },
  }
}

/** Halfway: of two pages any number can be put between. */
export function between(before: number, after: number): number {
  return before + (after - before) / 2
}

function subjectsIn({ sides, into }: BatchState): readonly string[] {
  const named = [...sides.values()].flatMap(side => {
    const placed = side.placed ?? null
    return [coverOf(side)?.subject, placed?.kind === 'paper' ? placed.subject : undefined]
  })
  return [...named, into?.kind === 'paper' ? into.subject : undefined].filter(subject => subject !== undefined)
}
