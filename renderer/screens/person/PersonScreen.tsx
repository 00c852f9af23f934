import { dayOfInstant, type Day } from '../../../shared/base/day.ts'
import type { OfficeView } from '../../../shared/bridge/main-api.ts'
import { showPersonalNumber } from '../../parts/field-text.ts'
import { DossierTable } from '../../parts/DossierTable.tsx'
import { Screen } from '../../parts/Screen.tsx'
import { useOffice } from '../../state/office.ts'
import { goBack, goTo, usePlace } from '../../state/place.ts'
import { useProgram } from '../../state/program.ts'
import type { PersonAtOffice } from '../../store/queries/person.ts'
import { useStoreState } from '../../store/store-state.ts'
import { dossierList } from '../../text/dossier-list.ts'
import { person as t } from '../../text/person.ts'
import { problemText } from '../../text/problems.ts'
import { Message } from '../../ui/Message.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { usePerson } from './use-person.ts'
import { Visits } from './Visits.tsx'

/** Một người: every dossier and every visit to the express lane of one personal number; each look is written down (rule U3). */
export function PersonScreen() {
  const personalNumber = usePlace(state => state.subject) ?? ''
  const screen = usePlace(state => state.trail.at(-1)?.id ?? 'desk')
  const view = useOffice(state => state.view)
  const today = useProgram(state => state.now === null ? null : dayOfInstant(state.now))
  const { person, problem, isRecorded, showMore } = usePerson(personalNumber, screen)
  const { name, bornOn } = whoIs(personalNumber, person)
  const { keys } = t
  return (
    <Screen
      title={t.title(name)}
      showTitle
      lead={t.number(showPersonalNumber(personalNumber), bornOn)}
      ready={person !== null}
      help={t.help}
      onLeave={goBack}
      keys={[
        { shortcut: 'F2', label: keys.receive, act: () => { goTo('intake') } },
        { cap: '↑ ↓', label: keys.rows },
        { cap: 'Enter', label: keys.open },
        { cap: 'F6', label: keys.part },
        { cap: 'Esc', label: keys.back, act: goBack },
      ]}
    >
      {problem !== null && <Message tone="soon" role="status" title={t.notShown}>{problemText(problem)}</Message>}
      {problem === null && person === null && <p role="status">{isRecorded ? t.opening : t.recording}</p>}
      {person !== null && view !== null && today !== null && <Brought person={person} view={view} today={today} onMore={showMore} />}
    </Screen>
  )
}

interface BroughtProps {
  readonly person: PersonAtOffice
  readonly view: OfficeView
  readonly today: Day
  readonly onMore: () => void
}

function Brought({ person, view, today, onMore }: BroughtProps) {
  const store = useStoreState()
  const { dossiers, dossierCount, openCount, visits } = person
  const more = dossierCount - dossiers.length
  return (
    <>
      <Panel title={t.dossiers} note={<span role="status">{t.dossiersNote(dossierCount, openCount)}</span>}>
        {!store.searchReady && <p className="pad small">{t.filling(store.read)}</p>}
        {dossierCount === 0
          ? <p className="empty"><b>{t.noDossiers}</b>{t.noDossiersNext}</p>
          : <DossierTable caption={t.caption} rows={dossiers} view={view} today={today} says="state" when="received" />}
        {more > 0 && <button type="button" className="more" onClick={onMore}>{dossierList.more(more)}</button>}
      </Panel>
      <Visits visits={visits} />
      <p className="small muted">{t.recorded}</p>
    </>
  )
}

/** The name as it was written last. */
function whoIs(personalNumber: string, person: PersonAtOffice | null): { readonly name: string; readonly bornOn: Day | null } {
  const own = person?.dossiers.find(row => row.personalNumber === personalNumber)
  const visit = person?.visits[0]?.rows[0]
  return { name: own?.name ?? visit?.name ?? person?.dossiers[0]?.ownerName ?? '', bornOn: own === undefined || own.bornOn === '' ? null : own.bornOn }
}
