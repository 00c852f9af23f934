import { useEffect, useRef, useState } from 'react'
import type { Problem } from '../../../shared/base/result.ts'
import { ask } from '../../ask.ts'
import { leaveTraining, openPracticeUnit } from '../../state/training.ts'
import { practiceWords as words } from '../../text/practice.ts'
import { problemText } from '../../text/problems.ts'
import { Button } from '../../ui/Button.tsx'
import { Message } from '../../ui/Message.tsx'
import { Meter } from '../../ui/Meter.tsx'

/** Makes the practice unit by itself; says how far it is. */
export function PracticeStart() {
  const [progress, setProgress] = useState({ count: 0, total: 0 })
  const [problem, setProblem] = useState<Problem | null>(null)
  const isBegun = useRef(false)

  async function begin(): Promise<void> {
    setProblem(null)
    const answer = await ask(() => openPracticeUnit(words.desk, (count, total) => { setProgress({ count, total }) }))
    if (!answer.ok) setProblem(answer.problem)
  }
  useEffect(() => {
    if (isBegun.current) return
    isBegun.current = true
    void begin()
  }, [])

  const going = words.going(progress.count, progress.total)
  return (
    <main className="opening">
      <div className="stack">
        <h1>{words.title}</h1>
        {problem === null
          ? <>
            <p role="status">{going}</p>
            <Meter label={going} value={progress.count} max={Math.max(1, progress.total)} />
          </>
          : (
            <Message tone="late" acts={<>
              <Button kind="main" autoFocus onClick={() => { void begin() }}>{words.again}</Button>
              <Button onClick={() => { void leaveTraining() }}>{words.leave}</Button>
            </>}>{problemText(problem)}</Message>
          )}
      </div>
    </main>
  )
}
