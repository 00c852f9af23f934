import type { OfficeView } from '../../../shared/bridge/main-api.ts'
import { settingsWords as words } from '../../text/settings.ts'
import { SETTING_NAMES, showSetting } from './published-values.ts'

/** What the city has set for all its offices, what holds of it here, and since when. */
export function PublishedPart({ view: { office, city } }: { readonly view: OfficeView }) {
  const { what, value, from } = words.publishedColumns
  return (
    <>
      <div className="published" role="region" aria-label={words.publishedCaption} tabIndex={0}>
        <table className="list">
          <thead><tr>{[what, value, from].map(head => <th key={head} scope="col">{head}</th>)}</tr></thead>
          <tbody>
            {SETTING_NAMES.map(name => {
              const at = city.since[name]
              return (
                <tr key={name} className="still">
                  <th scope="row">{words.settingNames[name]}</th>
                  <td>{showSetting(name, city.settings, office.unit)}</td>
                  <td className={at === undefined ? 'muted' : undefined}>{at === undefined ? words.ofProgram : words.publishedAt(at)}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      <p className="pad small muted">{words.publishedHint}</p>
    </>
  )
}
