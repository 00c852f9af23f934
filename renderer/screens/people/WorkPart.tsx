import { useState } from 'react'
import { addDays, formatDay, formatTime, parseDay, type Day } from '../../../shared/base/day.ts'
import type { OfficePerson, WorkDone } from '../../../shared/bridge/people-api.ts'
import { shortCode } from '../../../shared/dossiers/code.ts'
import type { CodePattern } from '../../../shared/units/dossier-code.ts'
import { useOffice } from '../../state/office.ts'
import { goTo } from '../../state/place.ts'
import { peopleWords as words } from '../../text/people.ts'
import { problemText } from '../../text/problems.ts'
import { workName } from '../../text/work.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { List, type Column } from '../../ui/List.tsx'
import { Message } from '../../ui/Message.tsx'
import { useWork } from './use-work.ts'

export interface WorkPartProps {
  readonly person: Pick<OfficePerson, 'id' | 'name'>
  readonly today: Day
  readonly isMe: boolean
}

/** What one person did on one day, newest first; Enter opens the dossier. */
export function WorkPart({ person, today, isMe }: WorkPartProps) {
  const [text, setText] = useState(formatDay(today))
  const typed = parseDay(text)
  const day = typed !== undefined && typed <= today ? typed : null
  const { done, problem } = useWork(person.id, day)
  const pattern = useOffice(state => state.view?.office.codePattern)
  const move = (by: number): void => { if (day !== null) setText(formatDay(addDays(day, by))) }
  return (
    <div className="pad stack">
      <div className="work-day">
        <Field
          label={words.workDay} value={text} placeholder={words.workDayHint} maxLength={10} onText={setText}
          problem={day === null ? words.workDayOdd : undefined}
        />
        <Button onClick={() => { move(-1) }}>{words.dayBefore}</Button>
        {day !== null && day < today && <Button onClick={() => { move(1) }}>{words.dayAfter}</Button>}
      </div>
      {problem !== null && <Message tone="soon" role="status">{problemText(problem)}</Message>}
      {day !== null && problem === null && <p className="small muted" role="status">
        {done === null ? words.workReading : `${words.workCount(done.length, day)}. ${isMe ? words.workOwn : words.workLooked}`}
      </p>}
      {day !== null && done !== null && (done.length === 0
        ? <p className="empty">{words.workNone}</p>
        : <List
            caption={words.workCaption(person.name, day)} className="work-list" columns={columnsFor(pattern)} rows={done} keyOf={({ name }) => name}
            onOpen={({ subject }) => { if (subject.startsWith('dossier:')) goTo('dossier', subject) }}
          />)}
    </div>
  )
}

function columnsFor(pattern: CodePattern | undefined): readonly Column<WorkDone>[] {
  const { at, what, about, desk } = words.workColumns
  return [
    { id: 'at', head: at, width: '72px', cell: ({ at: instant }) => formatTime(instant) },
    { id: 'what', head: what, cell: ({ kind }) => workName(kind) },
    { id: 'about', head: about, width: '150px', cell: row => row.about === null || pattern === undefined ? row.about : shortCode(row.about, pattern) },
    { id: 'desk', head: desk, width: '96px', cell: row => row.desk },
  ]
}
