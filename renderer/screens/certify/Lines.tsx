import { certifyText as t } from '../../text/certify.ts'
import { Panel } from '../../ui/Panel.tsx'
import { LineRow } from './LineRow.tsx'
import { beginRefusal } from './refusal.ts'
import type { CertifyView } from './use-certify-view.ts'

/** From so many lines on the list of kinds needs room below the last one. */
const MANY = 5

/** What is to be certified, a line a kind of paper: one number each, however many copies (rule N5). */
export function Lines({ view: { draft, today } }: { readonly view: CertifyView }) {
  const { place, kind, pages, copies, how, fee } = t.columns
  return (
    <Panel title={t.papers} note={t.papersNote} className="rest">
      <div className={draft.lines.length > MANY ? 'lines-body many' : 'lines-body'}>
        <table className="list lines">
          <colgroup><col className="no" /><col /><col className="count" /><col className="count" /><col className="how" /><col className="fee" /></colgroup>
          <thead>
            <tr>
              <th scope="col">{place}</th><th scope="col">{kind}</th><th scope="col" className="mid">{pages}</th>
              <th scope="col" className="mid">{copies}</th><th scope="col">{how}</th><th scope="col" className="num">{fee}</th>
            </tr>
          </thead>
          <tbody>
            {draft.lines.map((line, i) => <LineRow key={line.key} line={line} place={i + 1} today={today} isExempt={draft.isExempt} />)}
          </tbody>
        </table>
      </div>
      <p className="pad small muted lines-foot">
        {t.grounds} <button type="button" className="link" aria-keyshortcuts="Control+T" onClick={beginRefusal}>{t.allGrounds}</button>
      </p>
    </Panel>
  )
}
