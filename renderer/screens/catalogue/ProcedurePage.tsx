import { notesOf, type Procedure, type ProcedureCase, type RequiredPaper } from '../../../shared/procedures/procedure.ts'
import { catalogueWords as words, demandOf, feeLine, limitLine } from '../../text/catalogue.ts'
import { Button } from '../../ui/Button.tsx'
import { Panel } from '../../ui/Panel.tsx'

export interface ProcedurePageProps {
  readonly procedure: Procedure
  readonly onReceive: () => void
}

/** One procedure: what to bring, how long, how much, and what comes out of it. */
export function ProcedurePage({ procedure, onReceive }: ProcedurePageProps) {
  const { code, name, field, decision, who, results, limits, fees, cases } = procedure
  const facts = [
    [words.facts.code, code], [words.facts.field, field], [words.facts.decision, decision], [words.facts.who, who],
    [words.facts.results, results.map(result => result.name).join('; ')],
  ] as const
  return (
    <Panel title={procedure.shortName} className="procedure" end={<Button kind="main" onClick={onReceive} shortcut="F9">{words.receive}</Button>}>
      <div className="procedure-body" tabIndex={0} role="group" aria-label={name}>
        {name !== procedure.shortName && <p>{name}</p>}
        <dl className="procedure-facts">
          {facts.filter(([, text]) => text !== '').map(([label, text]) => <div key={label}><dt>{label}</dt><dd>{text}</dd></div>)}
        </dl>
        <Terms title={words.limits} lines={limits.map(limitLine)} isUnclear={limits.some(({ unclear }) => unclear !== undefined)} />
        <Terms title={words.fees} lines={fees.map(feeLine)} isUnclear={fees.some(({ unclear }) => unclear !== undefined)} />
        <h3>{words.papers}</h3>
        {cases.map(one => <CasePapers key={one.id} one={one} />)}
      </div>
    </Panel>
  )
}

function Terms({ title, lines, isUnclear }: { readonly title: string; readonly lines: readonly string[]; readonly isUnclear: boolean }) {
  return (
    <>
      <h3>{title}</h3>
      <ul className="procedure-terms">{[...new Set(lines)].map(line => <li key={line}>{line}</li>)}</ul>
      {isUnclear && <p className="muted small">{words.unclear}</p>}
    </>
  )
}

function CasePapers({ one }: { readonly one: ProcedureCase }) {
  const papers = one.requiredPapers.filter(({ kind }) => kind !== 'note')
  const notes = notesOf(one)
  return (
    <section className="procedure-case">
      <h4>{one.name === '' ? words.caseUsual : one.name}</h4>
      {papers.length === 0 ? <p className="muted">{words.noPapers}</p> : <PaperTable papers={papers} caption={one.name === '' ? words.caseUsual : one.name} />}
      {notes.length > 0 && (
        <details>
          <summary>{words.notes} ({notes.length})</summary>
          <ul>{notes.map(note => <li key={note.id}>{note.name}</li>)}</ul>
        </details>
      )}
    </section>
  )
}

function PaperTable({ papers, caption }: { readonly papers: readonly RequiredPaper[]; readonly caption: string }) {
  return (
    <table className="procedure-papers">
      <caption className="sr">{caption}</caption>
      <thead>
        <tr><th scope="col">{words.heading.paper}</th><th scope="col" className="num">{words.heading.originals}</th><th scope="col" className="num">{words.heading.copies}</th></tr>
      </thead>
      <tbody>
        {papers.map(paper => (
          <tr key={paper.id}>
            <td>{paper.name}<span className="muted small">{demandOf(paper)}</span></td>
            <td className="num">{paper.originals}</td>
            <td className="num">{paper.copies}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
