import { useState, type ReactNode } from 'react'
import type { Problem } from '../../shared/base/result.ts'
import { ask, report } from '../ask.ts'
import { chooseEnrolFile, enrol } from '../state/enrol.ts'
import { enrolWords as words } from '../text/enrol.ts'
import { problemText } from '../text/problems.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { showEnrolCode } from './enrol-code.ts'

export interface EnrolFormProps {
  /** What stands under the button once it is done, where the form stays. */
  readonly onDone?: () => void
  readonly children?: ReactNode
}

/** One field for the code: typed, pasted, or read by a reader whose burst ends in Enter; or a file. Problems stand at the field. */
export function EnrolForm({ onDone, children }: EnrolFormProps) {
  const [code, setCode] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isMissing, setMissing] = useState(false)

  async function send(text: string): Promise<void> {
    if (busy) return
    setMissing(text.trim() === '')
    if (text.trim() === '') return
    setBusy(true)
    setProblem(null)
    const answer = await ask(() => enrol(text.trim()))
    setBusy(false)
    if (answer.ok) onDone?.()
    else setProblem(answer.problem)
  }
  async function fromFile(): Promise<void> {
    const text = await chooseEnrolFile()
    if (text !== null) await send(text)
  }
  return (
    <form className="stack enrol" onSubmit={event => {
      event.preventDefault()
      void send(code)
    }}>
      <Field
        label={words.code} hint={words.codeHint} big autoCapitalize="characters" maxLength={2000} value={code} data-first=""
        problem={problem !== null ? problemText(problem) : isMissing ? words.missing : undefined}
        onText={text => {
          setCode(showEnrolCode(text))
          setMissing(false)
          setProblem(null)
        }}
      />
      <div className="row">
        <Button kind="main" submit shortcut="F9">{words.enrol}</Button>
        <Button onClick={() => { fromFile().catch((reason: unknown) => { void report(reason) }) }}>{words.file}</Button>
      </div>
      <p className="small muted" role="status">{busy ? words.enrolling : words.fileNote}</p>
      {children}
    </form>
  )
}
