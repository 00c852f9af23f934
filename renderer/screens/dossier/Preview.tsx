import { useEffect, useState } from 'react'
import type { Result } from '../../../shared/base/result.ts'
import type { DossierForm } from '../../../shared/dossiers/print-form.ts'
import { ask } from '../../ask.ts'
import { main } from '../../main-api.ts'
import { dossierText as t } from '../../text/dossier.ts'
import { formNames } from '../../text/dossier-words.ts'
import { problemText } from '../../text/problems.ts'
import { Button } from '../../ui/Button.tsx'
import { Message } from '../../ui/Message.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { RadioGroup } from '../../ui/RadioGroup.tsx'

export interface PreviewProps {
  readonly subject: string
  readonly forms: readonly DossierForm[]
  readonly onLeave: () => void
}

/** The paper as the printer will get it, in a frame that can run nothing. */
export function Preview({ subject, forms, onLeave }: PreviewProps) {
  const [form, setForm] = useState<DossierForm>(forms[0] ?? 'receipt')
  const [answer, setAnswer] = useState<Result<{ readonly html: string }> | null>(null)
  useEffect(() => {
    let isCurrent = true
    void ask(() => main.printing.preview({ subject, form })).then(told => { if (isCurrent) setAnswer(told) })
    return () => { isCurrent = false }
  }, [subject, form])
  const choices = forms.map(value => ({ value, label: formNames[value] }))
  return (
    <Panel title={t.previewOf(form)} className="preview" end={<Button size="small" shortcut="Esc" autoFocus onClick={onLeave}>{t.close}</Button>}>
      {forms.length > 1 && (
        <div className="pad">
          <RadioGroup label={t.previewChoose} inline value={form} choices={choices} onChoose={setForm} />
        </div>
      )}
      {answer === null && <p className="pad" role="status">{t.previewOpening}</p>}
      {answer?.ok === false && <div className="pad"><Message tone="late">{problemText(answer.problem)}</Message></div>}
      {answer?.ok === true && <iframe title={t.previewOf(form)} sandbox="" srcDoc={answer.value.html} />}
    </Panel>
  )
}
