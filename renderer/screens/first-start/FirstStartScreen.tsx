import { useEffect, useRef } from 'react'
import { SaveFailed } from '../../parts/SaveFailed.tsx'
import { Screen } from '../../parts/Screen.tsx'
import { TopBar } from '../../parts/TopBar.tsx'
import { Bands } from '../../parts/Bands.tsx'
import { enterTraining } from '../../state/training.ts'
import { enrolWords } from '../../text/enrol.ts'
import { firstStartWords as words } from '../../text/first-start.ts'
import { Button } from '../../ui/Button.tsx'
import { EnterMoves } from '../../ui/EnterMoves.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { focusField } from '../../ui/focusable.ts'
import type { DraftProblems } from './draft.ts'
import { PersonCard } from './PersonCard.tsx'
import { UnitPart } from './UnitPart.tsx'
import { useFirstStart } from './use-first-start.ts'
import '../../parts/frame.css'
import './first-start.css'

/** Without a city: which unit and desk this PC is, and who works here. */
export function FirstStartScreen({ onEnrol }: { readonly onEnrol: () => void }) {
  const { draft, problems, failed, busy, ...first } = useFirstStart()
  const people = useRef<HTMLDivElement>(null)
  const count = draft.people.length
  const missing = Object.keys(problems).length

  useEffect(() => { if (missing > 0) focusFirstProblem() }, [missing])
  useEffect(() => { if (count > 2) focusLastCard(people.current) }, [count])

  function save(): void {
    if (first.check()) void first.open()
    else focusFirstProblem()
  }

  return (
    <div className="app alone">
      <TopBar view={null} />
      <Bands />
      <Screen
        title={words.title} showTitle lead={words.lead} help={words.help} onLeave={onEnrol}
        keys={[
          { shortcut: 'F9', label: words.open, act: save, main: true },
          { shortcut: 'F8', label: words.add, act: first.addPerson },
          { cap: 'Esc', label: enrolWords.backToEnrol, act: onEnrol },
        ]}
      >
        <EnterMoves className="first-start">
          <UnitPart
            draft={draft} problemOf={field => sentenceOf(problems, field)}
            onChange={first.change} onDeskNumber={first.changeDeskNumber}
          />
          <Panel className="people-part" title={words.peoplePart} note={words.peopleNote} step={{ number: 2, state: 'now' }}
            end={<Button size="small" shortcut="F8" onClick={first.addPerson}>{words.add}</Button>}>
            <div ref={people}>
              {draft.people.map((person, i) => (
                <PersonCard
                  key={person.key}
                  number={i + 1}
                  person={person}
                  problemOf={field => sentenceOf(problems, `${String(i)}.${field}`)}
                  onChange={changes => { first.changePerson(person.key, changes) }}
                  onRemove={count === 1 ? undefined : () => { first.removePerson(person.key) }}
                />
              ))}
            </div>
          </Panel>
          <div className="finish">
            {missing > 0 && <p className="trouble" role="status">{words.somethingMissing(missing)}</p>}
            {failed !== null && <SaveFailed problem={failed} onRetry={save} />}
            <Button kind="main" size="large" wide shortcut="F9" onClick={save}>{words.open}</Button>
            <p className="small muted" role="status">{busy ? words.opening : words.openNote}</p>
            <section className="train" aria-labelledby="try-out">
              <div><b id="try-out">{words.trainingTitle}</b>{words.trainingRest}</div>
              <Button onClick={() => { void enterTraining() }}>{words.tryOut}</Button>
            </section>
          </div>
        </EnterMoves>
      </Screen>
    </div>
  )
}

function sentenceOf(problems: DraftProblems, field: string): string | undefined {
  const code = problems[field]
  return code === undefined ? undefined : words.problems[code]
}

function focusFirstProblem(): void {
  const field = document.querySelector<HTMLElement>('main [aria-invalid="true"]')
  const box = document.querySelector<HTMLElement>('main .role-boxes:has(.trouble) input')
  const first = field ?? box
  if (first !== null) focusField(first)
}

function focusLastCard(people: HTMLElement | null): void {
  people?.lastElementChild?.querySelector<HTMLElement>('input')?.focus()
}
