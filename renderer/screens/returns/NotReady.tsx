import type { Dossier } from '../../../shared/dossiers/dossier.ts'
import { isOpen } from '../../../shared/dossiers/lifecycle.ts'
import { taskOf } from '../../../shared/dossiers/task.ts'
import { useSession } from '../../state/session.ts'
import { dossierStates } from '../../text/dossier-words.ts'
import { returnsText as t } from '../../text/returns.ts'
import { Button } from '../../ui/Button.tsx'
import { Panel } from '../../ui/Panel.tsx'

/** A dossier that was found but has no result to hand over: where it is, or who has returned it already. */
export function NotReady({ dossier, onOpen }: { readonly dossier: Dossier; readonly onOpen: () => void }) {
  const names = useSession(state => state.names)
  const { collection, due, applicant, procedure } = dossier
  return (
    <Panel title={t.head(applicant.name, procedure.name)} note={dossier.code}>
      <div className="pad stack">
        <p role="status"><b>{whyNot(dossier, id => names.find(name => name.id === id)?.name ?? id)}</b></p>
        {collection === undefined && due?.dueOn != null && isOpen(dossier.state) && <p>{t.dueOn(due.dueOn, due.dueAt)}</p>}
        <div><Button onClick={onOpen}>{t.openDossier}</Button></div>
      </div>
    </Panel>
  )
}

function whyNot(dossier: Dossier, nameOf: (id: string) => string): string {
  const { collection, holder, state } = dossier
  if (collection !== undefined) return t.returned(nameOf(collection.by), collection.name, collection.at)
  if (state === 'resolved' && taskOf(dossier) === 'number') return t.toNumber
  return holder !== null && isOpen(state) ? t.notReady(holder.name, holder.since) : t.notReadyState(dossierStates[state])
}
