import { formatDay } from '../../../shared/base/day.ts'
import type { Dossier } from '../../../shared/dossiers/dossier.ts'
import { partStates } from '../../../shared/dossiers/parts.ts'
import { findUnit } from '../../../shared/units/unit.ts'
import { partWords as words } from '../../text/parts.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Panel } from '../../ui/Panel.tsx'

/** What a linked dossier is made of: each part with who resolves it, its due day, where it stands and its result (rules L1, L11). */
export function PartsPanel({ dossier }: { readonly dossier: Dossier }) {
  const { parts } = dossier
  if (parts === undefined) return null
  const states = partStates(dossier)
  return (
    <Panel title={words.title(parts.length)}>
      <table className="parts">
        <thead><tr><th scope="col">{words.procedure}</th><th scope="col">{words.resolvedBy}</th><th scope="col">{words.due}</th><th scope="col">{words.state}</th></tr></thead>
        <tbody>
          {parts.map((part, i) => {
            const state = states[i] ?? 'waiting'
            return (
              <tr key={part.id}>
                <th scope="row">{part.name}</th>
                <td>{findUnit(part.resolvedBy)?.name ?? part.resolvedBy}</td>
                <td className="num">{part.dueOn === null ? '' : formatDay(part.dueOn)}</td>
                <td>
                  <Badge tone={state === 'waiting' ? 'wait' : 'plain'}>{words.states[state]}</Badge>
                  {part.resolved?.results.map(({ id, name, number, issuedOn }) => (
                    <p key={id} className="small muted">{words.result(name, number, issuedOn)}</p>
                  ))}
                  {part.resolved?.signature !== undefined && (
                    <p className="small muted">{words.signed(part.resolved.signature.signer, part.resolved.signature.signedOn)}</p>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Panel>
  )
}
