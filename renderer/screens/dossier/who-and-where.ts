import type { SignInName } from '../../../shared/bridge/main-api.ts'
import type { Dossier } from '../../../shared/dossiers/dossier.ts'
import type { Office } from '../../../shared/units/office.ts'
import { events } from '../../text/dossier.ts'

/** Who did an act and at which desk, by name where this PC knows the name. */
export interface WhoAndWhere {
  readonly nameOf: (author: string) => string
  readonly deskOf: (device: string) => string
}

/** Names come from the people of this office and from the receipt; another PC is told by its own name. */
export function whoAndWhere(dossier: Dossier, names: readonly SignInName[], office: Pick<Office, 'device' | 'desk'>): WhoAndWhere {
  const opening = dossier.acts.find(({ at }) => at === dossier.receivedAt)
  const people = new Map([...(opening === undefined ? [] : [[opening.author, dossier.clerk] as const]), ...names.map(({ id, name }) => [id, name] as const)])
  const desks = new Map([...(opening === undefined ? [] : [[opening.device, dossier.desk] as const]), [office.device, office.desk] as const])
  return {
    nameOf: author => people.get(author) ?? author,
    deskOf: device => desks.get(device) ?? events.otherDevice(device),
  }
}
