import type { SignInName } from '../../../shared/bridge/main-api.ts'
import type { Dossier } from '../../../shared/dossiers/dossier.ts'
import type { Office } from '../../../shared/units/office.ts'
import { events } from '../../text/dossier.ts'

/** Who did an act and at which desk, by name where this PC knows the name. */
export interface WhoAndWhere {
  readonly nameOf: (author: string) => string
  readonly deskOf: (device: string) => string
}

/** Names come from the people and desks of this office and from the receipt; any other PC is told by its own name. */
export function whoAndWhere(
  dossier: Dossier, names: readonly SignInName[], office: Pick<Office, 'device' | 'desk'>, unitDesks: Readonly<Record<string, string>> = {},
): WhoAndWhere {
  const opening = dossier.acts.find(({ at }) => at === dossier.receivedAt)
  const people = new Map(names.map(({ id, name }) => [id, name]))
  const desks = new Map([...Object.entries(unitDesks), [office.device, office.desk] as const])
  if (opening !== undefined) {
    desks.set(opening.device, dossier.desk)
    if (!people.has(opening.author)) people.set(opening.author, dossier.clerk)
  }
  return {
    nameOf: author => people.get(author) ?? author,
    deskOf: device => desks.get(device) ?? events.otherDevice(device),
  }
}
