import { useState } from 'react'
import { success, type Problem, type Result } from '../../../shared/base/result.ts'
import type { Command } from '../../../shared/desk/command.ts'
import type { Dossier } from '../../../shared/dossiers/dossier.ts'
import type { PageOf, ReceivedPaper } from '../../../shared/papers/paper.ts'
import { ask } from '../../ask.ts'
import { main } from '../../main-api.ts'
import { dossierText as t } from '../../text/dossier.ts'
import { problemText } from '../../text/problems.ts'
import type { WritingId } from './allowed.ts'
import { beginDraft, draftToCommand, type Draft } from './draft.ts'

export interface Writing {
  /** The form that stands open, or the preview. */
  readonly open: WritingId | 'preview' | null
  readonly draft: Draft
  readonly busy: boolean
  readonly problem: Problem | null
  readonly problemText: string
  readonly said: string | null
  readonly undo: (() => void) | null
  readonly openForm: (id: WritingId | 'preview', changes?: Partial<Draft>) => void
  readonly change: (changes: Partial<Draft>) => void
  readonly save: () => void
  readonly leave: () => void
  /** Takes a paper out: at once where no reason is needed, with undo; otherwise its form opens. */
  readonly detach: (paper: ReceivedPaper) => void
  /** Adds pages from files to a paper that is here; nothing happens when none was chosen. */
  readonly addPages: (paper: ReceivedPaper) => void
  /** Keeps pages that were scanned for this paper with it. */
  readonly addScanned: (paper: ReceivedPaper, pages: readonly PageOf[]) => void
  /** Writes down that the image of a card is looked at, and why (rules U3, U5). */
  readonly look: (page: PageOf, reason: string) => Promise<Result<unknown>>
}

interface State {
  readonly open: Writing['open']
  readonly busy: boolean
  readonly problem: Problem | null
  readonly said: string | null
  readonly detached: ReceivedPaper | null
}

const IDLE: State = { open: null, busy: false, problem: null, said: null, detached: null }

/** The forms of this page: which is open, what was typed, and what came of saving. */
export function useWriting(dossier: Dossier, reload: () => Promise<void>, onBegin: () => void): Writing {
  const [draft, setDraft] = useState(() => beginDraft(dossier))
  const [state, setState] = useState(IDLE)
  const { open, busy, problem, detached } = state

  async function send(command: Result<Command>, done: Partial<State>): Promise<boolean> {
    if (busy) return false
    setState({ ...state, busy: true, problem: null, said: null })
    const answer = command.ok ? await ask(() => main.desk.do(command.value)) : command
    if (answer.ok) await reload()
    setState(answer.ok ? { ...IDLE, ...done } : { ...state, busy: false, problem: answer.problem, said: null })
    return answer.ok
  }
  async function save(): Promise<void> {
    if (open === null || open === 'preview') return
    const name = dossier.papers.find(({ id }) => id === draft.paperId)?.name ?? ''
    const said = open === 'detach' ? t.detached(name) : open === 'void' ? null : t.saved[open]
    const isSaved = await send(draftToCommand(open, draft, dossier), { said })
    if (isSaved) {
      setDraft(beginDraft(dossier))
      requestAnimationFrame(() => { document.getElementById('work')?.focus() })
    }
  }
  function detach(paper: ReceivedPaper): void {
    onBegin()
    setDraft({ ...draft, paperId: paper.id })
    if ((dossier.printed['receipt'] ?? 0) > 0) setState({ ...IDLE, open: 'detach' })
    else void send(draftToCommand('detach', { ...draft, paperId: paper.id, reason: '' }, dossier), { said: t.detached(paper.name), detached: paper })
  }
  async function addPages({ id, name, originals, copies }: ReceivedPaper): Promise<void> {
    onBegin()
    const chosen = await ask(() => main.pages.addFromFiles())
    if (chosen.ok && chosen.value.length === 0) return
    const added = chosen.ok ? chosen.value : []
    const input = { subject: dossier.subject, id, originals, copies, reason: t.pagesReason, pages: added }
    await send(chosen.ok ? success({ verb: 'dossier/attach-paper', input }) : chosen, { said: t.pagesAdded(added.length, name) })
  }
  function takeBack(paper: ReceivedPaper): void {
    const { id, name, originals, copies } = paper
    const which = paper.kind === 'submit' ? { id } : { name }
    void send(success({ verb: 'dossier/attach-paper', input: { subject: dossier.subject, ...which, originals, copies } }), { said: t.undone(name) })
  }
  return {
    ...state, draft, detach,
    addPages: paper => { void addPages(paper) },
    addScanned: (paper, pages) => {
      onBegin()
      const input = { subject: dossier.subject, paperId: paper.id, pages: [...pages] }
      void send(success({ verb: 'dossier/add-pages', input }), { said: t.pagesAdded(pages.length, paper.name) })
    },
    look: ({ sha256 }, reason) =>
      ask(() => main.desk.do({ verb: 'dossier/look-at-page', input: { subject: dossier.subject, sha256, screen: 'dossier', reason } })),
    problemText: problem === null ? '' : problemText(problem),
    undo: detached === null ? null : () => { takeBack(detached) },
    openForm: (id, changes = {}) => {
      onBegin()
      setDraft({ ...draft, ...changes })
      setState({ ...IDLE, open: id })
    },
    change: changes => {
      setDraft({ ...draft, ...changes })
      if (problem !== null) setState({ ...state, problem: null })
    },
    save: () => { void save() },
    leave: () => { setState(IDLE) },
  }
}
