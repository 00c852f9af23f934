import { useEffect, type KeyboardEvent } from 'react'
import { classifyScan } from '../../../shared/people/scan.ts'
import { report } from '../../ask.ts'
import { Screen, type ScreenKey } from '../../parts/Screen.tsx'
import { useScan, type Scan } from '../../parts/use-scan.ts'
import { loadCatalogue } from '../../state/catalogue.ts'
import { BOOKS_SHOWN, removeLine, useCertify } from '../../state/certify.ts'
import { goBack, goTo, usePlace } from '../../state/place.ts'
import { certifyHelp, certifyText as t } from '../../text/certify.ts'
import { BooksPanel } from './BooksPanel.tsx'
import { CertifyNotices } from './CertifyNotices.tsx'
import { DoneList } from './DoneList.tsx'
import { followCertifyDraft, openCertifyDrafts, parkCertify } from './keep-draft.ts'
import { takeLastTime } from './last-time.ts'
import { Lines } from './Lines.tsx'
import { ParkedVisits } from './ParkedVisits.tsx'
import { PersonLine } from './PersonLine.tsx'
import { RefusePart } from './RefusePart.tsx'
import { beginRefusal, endRefusal } from './refusal.ts'
import { printLastAgain, saveCertify } from './save-certify.ts'
import { takeCertifyCard } from './take-card.ts'
import { TotalPart } from './TotalPart.tsx'
import { useCertifyView } from './use-certify-view.ts'
import { useHindrance } from './use-hindrance.ts'
import { VisitPanel } from './VisitPanel.tsx'
import { afterCard, fieldAfter, fieldAt, fieldBefore, focusCertify, lineAt } from './walk.ts'
import './certify.css'

/** Chứng thực: the papers of one person in one go, from beep to printed words. */
export function CertifyScreen() {
  const view = useCertifyView()
  const hindrance = useHindrance()
  const shown = useCertify(state => state.shown)
  const cameFor = usePlace(state => state.subject)
  const { isRefusal } = view.draft
  const closeShown = (): void => {
    useCertify.setState({ shown: null })
    if (cameFor === null) requestAnimationFrame(focusStart)
    else goBack()
  }
  const leave = (): void => {
    if (shown === null) goTo('desk')
    else closeShown()
  }
  useEffect(() => {
    if (cameFor !== null) showVisit(cameFor)
    Promise.all([loadCatalogue(), openCertifyDrafts()])
      .then(() => { if (cameFor === null) focusStart() }, (reason: unknown) => { void report(reason) })
    return followCertifyDraft()
  }, [cameFor])
  useScan({ card: scan => { readCard(scan) } })

  const save = (isPrinted: boolean) => () => { if (hindrance === undefined) void saveAndGoOn(isPrinted) }
  const keys: readonly ScreenKey[] = [
    ...(hindrance === undefined ? [
      { shortcut: 'F9', label: isRefusal ? t.keys.refuseAndPrint : t.keys.save, main: true, act: save(true) },
      { shortcut: 'Shift+F9', label: isRefusal ? t.keys.refuseOnly : t.keys.saveOnly, act: save(false) },
    ] : []),
    { shortcut: 'Control+Delete', label: t.keys.removeLine, act: removeLineHere },
    { shortcut: 'F8', label: t.keys.park, act: () => { void parkCertify().then(focusStart) } },
    { shortcut: 'Control+P', label: t.keys.printAgain, act: () => { void printLastAgain() } },
    ...(isRefusal ? [] : [{ shortcut: 'Control+L', act: () => { void takeLastTime().then(focusStart) } }]),
    { shortcut: 'Control+T', label: t.keys.refuse, act: isRefusal ? endRefusal : beginRefusal },
  ]

  return (
    <Screen title={t.title} showTitle lead={t.lead} keys={keys} help={certifyHelp} onLeave={leave}>
      <ParkedVisits onTakenUp={focusStart} />
      <div className="certify" onKeyDown={walk}>
        <div>
          <CertifyNotices />
          <PersonLine view={view} onLastTime={() => { void takeLastTime().then(focusStart) }} />
          {isRefusal ? <RefusePart draft={view.draft} /> : <Lines view={view} />}
        </div>
        <div>
          <TotalPart view={view} hindrance={hindrance} isSmall={shown !== null} onSave={save(true)} />
          {shown === null && <DoneList today={view.today} />}
          {shown === BOOKS_SHOWN && <BooksPanel today={view.today} onClose={closeShown} />}
          {shown !== null && shown !== BOOKS_SHOWN && <VisitPanel key={shown} subject={shown} onClose={closeShown} />}
        </div>
      </div>
    </Screen>
  )
}

async function saveAndGoOn(isPrinted: boolean): Promise<void> {
  const need = await saveCertify(isPrinted)
  if (need !== undefined) focusCertify(need.field, () => { useCertify.setState({ shown: null }) })
  else if (useCertify.getState().failure === null && !useCertify.getState().saving) focusStart()
}

/** The visit somebody came to see has the cursor, also when it stands there already. */
function showVisit(subject: string): void {
  useCertify.setState({ shown: subject })
  document.querySelector<HTMLElement>('.visit button')?.focus()
}

/** Enter goes to the next field, Shift+Enter back; buttons and lists keep theirs. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Enter' || event.ctrlKey || event.altKey || event.defaultPrevented || event.nativeEvent.isComposing) return
  const target = event.target as HTMLElement
  const field = fieldAt(target)
  if (field === undefined || target.matches('button, a, summary, textarea')) return
  // A reader too slow to be told from a person leaves the card's text in the field.
  if (field === 'name' && target instanceof HTMLInputElement && classifyScan(target.value) === 'card') {
    event.preventDefault()
    readCard({ text: target.value, throughInputMethod: false })
    return
  }
  const next = event.shiftKey ? fieldBefore(field) : fieldAfter(field)
  if (next === undefined) return
  event.preventDefault()
  focusCertify(next)
}

function readCard(scan: Scan): void {
  focusCertify('name', () => { takeCertifyCard(scan) })
  if (useCertify.getState().cardProblem === null) focusCertify(afterCard())
}

/** The cursor goes to the person; to the papers when the person is there already. */
function focusStart(): void {
  const { draft } = useCertify.getState()
  focusCertify(draft.person.name.trim() === '' ? 'name' : afterCard())
}

function removeLineHere(): boolean {
  const key = lineAt(document.activeElement)
  if (key === undefined) return false
  focusCertify(`kind:${useCertify.getState().draft.lines.find(line => line.key !== key)?.key ?? ''}`, () => { removeLine(key) })
  focusCertify(afterCard())
  return true
}
