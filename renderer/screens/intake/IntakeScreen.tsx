import { useEffect, useState, type FocusEvent, type KeyboardEvent } from 'react'
import { cardLeftIn } from '../../../shared/people/scan.ts'
import { report } from '../../ask.ts'
import { scanForFocus } from '../../parts/ScanForRow.tsx'
import { scanText } from '../../text/scan.ts'
import { Screen, type ScreenKey } from '../../parts/Screen.tsx'
import { useScan, type Scan } from '../../parts/use-scan.ts'
import { loadCatalogue } from '../../state/catalogue.ts'
import { useIntake } from '../../state/intake.ts'
import { useOffice } from '../../state/office.ts'
import { usePlace } from '../../state/place.ts'
import { useProgram } from '../../state/program.ts'
import { useScanTray } from '../../state/scan-tray.ts'
import { useSession } from '../../state/session.ts'
import { dayAsHeading } from '../../text/due.ts'
import { intakeHelp, intakeText as t } from '../../text/intake.ts'
import { ApplicantPart } from './ApplicantPart.tsx'
import { chooseProcedure } from './choose-procedure.ts'
import { focusAfter, focusStop, stopAt } from './focus-stop.ts'
import { followDraft, openDrafts, parkIntake } from './keep-draft.ts'
import { MainAction } from './MainAction.tsx'
import { findHindrance } from './may-save.ts'
import { isPartDone, type PartNumber } from './next-field.ts'
import { Notices } from './Notices.tsx'
import { PapersPart } from './PapersPart.tsx'
import { ParkedDrafts } from './ParkedDrafts.tsx'
import { ProcedurePart } from './ProcedurePart.tsx'
import { PromisePart } from './PromisePart.tsx'
import { printAgain, saveIntake } from './save-intake.ts'
import { takeCard } from './take-card.ts'
import { useIntakeView } from './use-intake-view.ts'
import { partStart, settleByEnter, stepAfterCard, stepFrom } from './walk.ts'
import './intake.css'

/** Tiếp nhận hồ sơ: one person, one procedure, one screen, from beep to printed receipt. */
export function IntakeScreen() {
  const intake = useIntakeView()
  const hindrance = useHindrance()
  const [part, setPart] = useState<PartNumber>(1)
  const [isAtEnd, setAtEnd] = useState(false)
  useEffect(() => {
    Promise.all([loadCatalogue(), openDrafts()]).then(() => {
      // The catalogue sends people here with the procedure they looked at.
      const { subject } = usePlace.getState()
      if (subject !== null) chooseProcedure(subject)
      focusNext()
    }, (reason: unknown) => { void report(reason) })
    return followDraft()
  }, [])
  useScan({ card: scan => { void readCard(scan) } })

  const stateOf = (number: PartNumber) => part === number ? 'now' : isPartDone(intake.stops, number) ? 'done' : 'ahead'
  const save = (isPrinted: boolean) => () => { if (hindrance === undefined) void saveAndGoOn(isPrinted) }
  const park = (): void => { void parkIntake().then(focusNext) }
  const keys: readonly ScreenKey[] = [
    ...(hindrance === undefined ? [
      { shortcut: 'F9', label: t.keys.save, main: true, act: save(true) },
      { shortcut: 'Shift+F9', label: t.keys.saveOnly, act: save(false) },
    ] : []),
    { shortcut: 'F8', label: t.keys.park, act: park },
    { shortcut: 'F5', label: scanText.forRow.scan, act: scanOrGoToPapers },
    { cap: 'F6', label: t.keys.nextPart },
    { cap: 'Enter', label: t.keys.nextField },
    { cap: 'Ctrl+1…4', label: t.keys.toPart },
    { shortcut: 'Control+P', label: t.keys.printAgain, act: () => { void printAgain() } },
    ...([1, 2, 3, 4] as const).map(number => ({ shortcut: `Control+${String(number)}`, act: () => { focusStop(partStart(number)) } })),
  ]

  return (
    <Screen title={t.title} keys={keys} help={intakeHelp}>
      <Notices />
      <ParkedDrafts onTakenUp={focusNext} />
      <div className="intake" onKeyDown={walk} onFocus={event => {
        setPart(partAt(event) ?? part)
        setAtEnd(comesToEnd(event.target))
      }}>
        <div data-number={1}><ApplicantPart intake={intake} state={stateOf(1)} /></div>
        <div className="middle">
          <div data-number={2}><ProcedurePart intake={intake} state={stateOf(2)} /></div>
          <div data-number={3} className="rest"><PapersPart intake={intake} state={stateOf(3)} /></div>
        </div>
        <div data-number={4}>
          <PromisePart intake={intake} state={stateOf(4)}>
            <MainAction intake={intake} hindrance={hindrance} isHere={isAtEnd} onSave={save(true)} />
          </PromisePart>
        </div>
      </div>
      {intake.due?.due.dueOn != null && <p className="due-short" aria-hidden="true">{t.dueShort(dayAsHeading(intake.due.due.dueOn))}</p>}
    </Screen>
  )
}

function useHindrance() {
  const who = useSession(state => state.who)
  const { state, journal } = useProgram()
  const numbersLeft = useOffice(office => office.view?.numbersLeft)
  const outcome = useIntake(all => all.draft.outcome)
  return findHindrance({ who, program: state, journal, numbersLeft, outcome })
}

async function saveAndGoOn(isPrinted: boolean): Promise<void> {
  const need = await saveIntake(isPrinted)
  if (need === undefined) {
    if (useIntake.getState().failure === null && !useIntake.getState().saving) focusNext()
  } else {
    focusAfter(nothingMore, () => need.field)
  }
}

/** Enter takes the field as it stands and goes to the next one still to be said. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Enter' || event.ctrlKey || event.altKey || event.defaultPrevented || event.nativeEvent.isComposing) return
  const target = event.target as HTMLElement
  const id = stopAt(target)
  if (id === undefined || target.matches('button, a, summary')) return
  event.preventDefault()
  // A reader too slow to be told from a person leaves the card's text in the field.
  const left = id === 'name' && target instanceof HTMLInputElement ? cardLeftIn(target.value) : undefined
  if (left !== undefined) {
    void readCard({ text: left, throughInputMethod: false })
    return
  }
  focusAfter(() => { if (!event.shiftKey) settleByEnter(id) }, () => stepFrom(id, event.shiftKey))
}

/** A card fills the person; the cursor goes to what the card could not say. */
async function readCard(scan: Scan): Promise<void> {
  cardsInHand += 1
  try {
    await takeCard(scan)
  } finally {
    cardsInHand -= 1
  }
  focusAfter(nothingMore, stepAfterCard)
}

/** Cards being read: the cursor waits for what they say, the phone of last time too. */
let cardsInHand = 0

/** The cursor goes to the first thing still to be said. */
function focusNext(): void {
  if (cardsInHand === 0) focusAfter(nothingMore, () => stepFrom(undefined, false))
}

/** What changed is in the state already and only has to be drawn. */
const nothingMore = (): void => undefined

/** Away from the papers F5 leads to them first, so that no page is scanned for a row nobody looks at; without a scanner to the tray. */
function scanOrGoToPapers(): boolean {
  if (scanForFocus()) return true
  if (useScanTray.getState().scanners?.chosen == null) return false
  focusStop(partStart(3))
  return true
}

/** By the keyboard only: what appears under a mouse button on its way down would take the click away. */
function comesToEnd(target: Element): boolean {
  const stop = stopAt(target)
  return stop === 'missing' || (stop === 'main' && target.matches(':focus-visible'))
}

function partAt(event: FocusEvent<HTMLElement>): PartNumber | undefined {
  const number = Number(event.target.closest<HTMLElement>('[data-number]')?.dataset['number'])
  return number === 1 || number === 2 || number === 3 || number === 4 ? number : undefined
}
