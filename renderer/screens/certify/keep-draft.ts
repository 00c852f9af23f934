import { report } from '../../ask.ts'
import { CERTIFY_DRAFTS, hasCertifyContent, readCertifyDraft, type CertifyDraft } from '../../state/certify-draft.ts'
import { beginNextCertify, useCertify, type CertifyState, type KeptCertify } from '../../state/certify.ts'
import { useProgram } from '../../state/program.ts'
import { useSession } from '../../state/session.ts'
import { dropDraft, loadDrafts, saveDraft } from '../../store/drafts.ts'
import { followDraftOf } from '../../state/follow-draft.ts'

/** Keeps the form in hand while the screen stands; the answer stops it. */
export function followCertifyDraft(): () => void {
  return followDraftOf(useCertify, draft => { void keep(draft) })
}

/** Opens the screen for whoever sits here: what another person or a crash left is put where it is found again. */
export async function openCertifyDrafts(): Promise<void> {
  const { clerk, draft } = useCertify.getState()
  const who = useSession.getState().who?.id ?? null
  if (clerk === who) return
  useCertify.setState({ clerk: who })
  if (clerk !== null && hasCertifyContent(draft)) await parkInHand(null)
  await readKept(clerk === null)
}

/** Puts the form in hand aside (để tạm) and begins the next one. */
export async function parkCertify(): Promise<void> {
  const { draft } = useCertify.getState()
  if (hasCertifyContent(draft)) await parkInHand({ kind: 'parked', name: draft.person.name })
  else beginNextCertify(null)
}

/** Forgets a draft that was saved, or that the clerk threw away. */
export function forgetCertify(id: string): void {
  useCertify.setState(({ parked }) => ({ parked: parked.filter(kept => kept.draft.id !== id) }))
  dropDraft(id).catch((reason: unknown) => { void report(reason) })
}

/** Newest first. The one a crash interrupted comes back into the form, if nothing is being typed there yet. */
async function readKept(isFirst: boolean): Promise<void> {
  const kept = (await loadDrafts(CERTIFY_DRAFTS)).flatMap(({ savedAt, value }): KeptCertify[] => {
    const draft = readCertifyDraft(value)
    return draft === undefined || !hasCertifyContent(draft) ? [] : [{ draft, savedAt }]
  })
  const { draft: inHand } = useCertify.getState()
  const others = kept.filter(({ draft }) => draft.id !== inHand.id)
  const interrupted = isFirst && !hasCertifyContent(inHand) ? others.find(({ draft }) => !draft.parked) : undefined
  useCertify.setState({ parked: others.filter(one => one !== interrupted) })
  if (interrupted !== undefined) {
    beginNextCertify({ kind: 'restored' })
    useCertify.setState({ draft: interrupted.draft, keptAt: interrupted.savedAt })
  }
}

async function parkInHand(notice: CertifyState['notice']): Promise<void> {
  const draft = { ...useCertify.getState().draft, parked: true }
  useCertify.setState(({ parked }) => ({ parked: [{ draft, savedAt: useProgram.getState().now ?? '' }, ...parked] }))
  beginNextCertify(notice)
  await write(draft)
}

async function keep(draft: CertifyDraft): Promise<void> {
  if (!hasCertifyContent(draft)) {
    if (useCertify.getState().keptAt !== null) forgetCertify(draft.id)
    useCertify.setState({ keptAt: null })
    return
  }
  const isKept = await write(draft)
  const { draft: inHand, parked } = useCertify.getState()
  if (inHand.id !== draft.id) {
    if (!parked.some(waiting => waiting.draft.id === draft.id)) forgetCertify(draft.id)
    return
  }
  useCertify.setState(isKept ? { keptAt: useProgram.getState().now, kept: draft, keepFailed: false } : { keepFailed: true })
}

/** Whether it is on disk; a full disk is told on the screen, typing goes on. */
async function write(draft: CertifyDraft): Promise<boolean> {
  const clerk = useSession.getState().who?.id ?? ''
  return saveDraft({ id: draft.id, clerk, savedAt: useProgram.getState().now ?? '', value: draft }).then(() => true, () => false)
}
