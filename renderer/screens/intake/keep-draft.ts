import { report } from '../../ask.ts'
import { main } from '../../main-api.ts'
import { hasContent, readDraft, type IntakeDraft } from '../../state/intake-draft.ts'
import { beginNext, useIntake, type KeptDraft } from '../../state/intake.ts'
import { useProgram } from '../../state/program.ts'
import { useSession } from '../../state/session.ts'
import { dropDraft, loadDrafts, saveDraft } from '../../store/drafts.ts'
import { followDraftOf } from '../../state/follow-draft.ts'

/** Keeps the form in hand while the screen stands; the answer stops it. */
export function followDraft(): () => void {
  return followDraftOf(useIntake, draft => { void keep(draft) })
}

/** Opens the screen for whoever sits here: what another person or a crash left is put where it is found again. */
export async function openDrafts(): Promise<void> {
  const { clerk, draft } = useIntake.getState()
  const who = useSession.getState().who?.id ?? null
  if (clerk === who) return
  useIntake.setState({ clerk: who })
  if (clerk !== null && hasContent(draft)) await parkInHand(null)
  await readKept(clerk === null)
  await tellDrafts().catch((reason: unknown) => { void report(reason) })
}

/** Pages scanned for a draft that is no more wait in the tray for whoever knows where they belong. */
export async function tellDrafts(): Promise<void> {
  const stored = await loadDrafts()
  const { draft, parked, dropped } = useIntake.getState()
  const held = [draft, ...parked.map(kept => kept.draft), ...(dropped === null ? [] : [dropped.draft])]
  await main.scanning.draftsHere([...new Set([...held, ...stored].map(({ id }) => id))])
}

/** Puts the form in hand aside (để tạm) and begins the next one. */
export async function parkIntake(): Promise<void> {
  const { draft } = useIntake.getState()
  if (hasContent(draft)) await parkInHand({ kind: 'parked', name: draft.applicant.name })
  else beginNext(null)
}

/** Throws a parked draft away; it can be taken back until the next one goes. */
export function dropParked(id: string): void {
  const { parked } = useIntake.getState()
  const dropped = parked.find(kept => kept.draft.id === id) ?? null
  useIntake.setState({ parked: parked.filter(kept => kept.draft.id !== id), dropped })
  dropDraft(id).catch((reason: unknown) => { void report(reason) })
}

export function takeBackDropped(): void {
  const { dropped, parked } = useIntake.getState()
  if (dropped === null) return
  useIntake.setState({ parked: [dropped, ...parked], dropped: null })
  void write(dropped.draft)
}

/** Newest first. The one a crash interrupted comes back into the form, if nothing is being typed there yet. */
async function readKept(isFirst: boolean): Promise<void> {
  const stored = await loadDrafts()
  const kept = stored.flatMap(({ savedAt, value }): KeptDraft[] => {
    const draft = readDraft(value)
    return draft === undefined || !hasContent(draft) ? [] : [{ draft, savedAt }]
  })
  const { draft: inHand } = useIntake.getState()
  const others = kept.filter(({ draft }) => draft.id !== inHand.id)
  const interrupted = isFirst && !hasContent(inHand) ? others.find(({ draft }) => !draft.parked) : undefined
  useIntake.setState({ parked: others.filter(one => one !== interrupted) })
  if (interrupted !== undefined) {
    beginNext({ kind: 'restored' })
    useIntake.setState({ draft: interrupted.draft, keptAt: interrupted.savedAt })
  }
}

async function parkInHand(notice: Parameters<typeof beginNext>[0]): Promise<void> {
  const draft = { ...useIntake.getState().draft, parked: true }
  const savedAt = useProgram.getState().now ?? ''
  useIntake.setState(({ parked }) => ({ parked: [{ draft, savedAt }, ...parked] }))
  beginNext(notice)
  await write(draft)
}

async function keep(draft: IntakeDraft): Promise<void> {
  if (!hasContent(draft)) {
    if (useIntake.getState().keptAt !== null) await dropDraft(draft.id).catch((reason: unknown) => { void report(reason) })
    useIntake.setState({ keptAt: null })
    return
  }
  const isKept = await write(draft)
  if (useIntake.getState().draft.id !== draft.id) {
    const isWaiting = useIntake.getState().parked.some(kept => kept.draft.id === draft.id)
    if (!isWaiting) await dropDraft(draft.id).catch((reason: unknown) => { void report(reason) })
    return
  }
  useIntake.setState(isKept ? { keptAt: useProgram.getState().now, keepFailed: false } : { keepFailed: true })
}

/** Whether it is on disk; a full disk is told on the screen, typing goes on. */
async function write(draft: IntakeDraft): Promise<boolean> {
  const clerk = useSession.getState().who?.id ?? ''
  const savedAt = useProgram.getState().now ?? ''
  return saveDraft({ id: draft.id, clerk, savedAt, value: draft }).then(() => true, () => false)
}
