import { useProgram } from '../../state/program.ts'
import { enterTraining } from '../../state/training.ts'
import { signInWords as words } from '../../text/sign-in.ts'
import { Button } from '../../ui/Button.tsx'

/** The way into the practice unit: striped, and by Tab or mouse only, on purpose. */
export function TrainingEntry() {
  const isTraining = useProgram(({ state }) => state?.training ?? false)
  if (isTraining) return null
  return (
    <section className="train" aria-labelledby="training-title">
      <div><b id="training-title">{words.trainingTitle}</b>{words.trainingRest}</div>
      <Button onClick={() => { void enterTraining() }}>{words.enterTraining}</Button>
    </section>
  )
}
