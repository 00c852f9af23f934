import { Bands } from '../../parts/Bands.tsx'
import { EnrolForm } from '../../parts/EnrolForm.tsx'
import { Screen } from '../../parts/Screen.tsx'
import { TopBar } from '../../parts/TopBar.tsx'
import { enterTraining } from '../../state/training.ts'
import { enrolWords as words } from '../../text/enrol.ts'
import { firstStartWords } from '../../text/first-start.ts'
import { Button } from '../../ui/Button.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { pressMain } from '../../ui/press-main.ts'
import '../../parts/frame.css'
import './first-start.css'

/** Before anything else: the city's code makes this PC one of a unit; a PC can also be opened without a city. */
export function EnrolScreen({ onAlone }: { readonly onAlone: () => void }) {
  return (
    <div className="app alone">
      <TopBar view={null} />
      <Bands />
      <Screen
        title={words.title} showTitle lead={words.lead} help={words.help} onLeave={() => undefined}
        keys={[
          { shortcut: 'F9', label: words.enrol, act: pressMain, main: true },
          { shortcut: 'F8', label: words.alone, act: onAlone },
        ]}
      >
        <div className="enrol-start">
          <Panel title={words.panel}>
            <div className="pad"><EnrolForm><p className="small muted">{words.after}</p></EnrolForm></div>
          </Panel>
          <div className="stack">
            <section className="panel pad stack" aria-labelledby="alone">
              <h2 id="alone">{words.alone}</h2>
              <p>{words.aloneNote}</p>
              <div><Button shortcut="F8" onClick={onAlone}>{words.alone}</Button></div>
            </section>
            <section className="train" aria-labelledby="try-out">
              <div><b id="try-out">{firstStartWords.trainingTitle}</b>{firstStartWords.trainingRest}</div>
              <Button onClick={() => { void enterTraining() }}>{firstStartWords.tryOut}</Button>
            </section>
          </div>
        </div>
      </Screen>
    </div>
  )
}
