import { useHelp } from '../state/help.ts'
import { helpEverywhere, shell } from '../text/shell.ts'
import { Button } from '../ui/Button.tsx'

/** Help for the screen, beside the work and not over it. */
export function HelpPanel({ sentences }: { readonly sentences: readonly string[] }) {
  const { toggle } = useHelp()
  return (
    <aside className="help" aria-label={shell.help} data-part="">
      <header className="panel-h">
        <h2>{shell.help}</h2>
        <span className="end"><Button size="small" shortcut="F1" onClick={toggle}>{shell.closeHelp}</Button></span>
      </header>
      <div className="pad stack" tabIndex={0} role="group" aria-label={shell.help}>
        {sentences.map(sentence => <p key={sentence}>{sentence}</p>)}
        <h3>{shell.helpKeys}</h3>
        <dl className="facts">
          {helpEverywhere.map(([key, does]) => <div key={key} className="fact"><dt><kbd>{key}</kbd></dt><dd>{does}</dd></div>)}
        </dl>
      </div>
    </aside>
  )
}
