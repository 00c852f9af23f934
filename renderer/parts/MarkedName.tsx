import { markMatches } from './mark-matches.ts'

/** A procedure's name with the letters searched for marked, and a second line about it. */
export function MarkedName({ name, query, note }: { readonly name: string; readonly query: string; readonly note: string }) {
  return (
    <div>
      <b>{markMatches(name, query).map(({ text, isMatch }, i) => isMatch ? <mark key={i}>{text}</mark> : text)}</b>
      <br />
      <span className="small muted">{note}</span>
    </div>
  )
}
