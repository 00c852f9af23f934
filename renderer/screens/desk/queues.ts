import type { Role } from '../../../shared/users/role.ts'
import type { DeskListId } from '../../store/desk-list.ts'

/** The queues of each role, what it does first in front. */
const QUEUES: Readonly<Record<Role, readonly DeskListId[]>> = {
  'clerk': ['to-forward', 'due-today', 'overdue', 'papers', 'to-return', 'lies-long', 'received-today', 'open'],
  'officer': ['mine', 'due-today', 'overdue', 'papers', 'payment'],
  'leader': ['to-sign', 'overdue', 'due-today', 'open'],
  'registrar': ['to-number', 'to-return'],
  'fee-clerk': ['payment', 'received-today'],
  'director': ['open', 'due-today', 'overdue', 'to-forward', 'to-sign', 'papers', 'to-return', 'lies-long'],
  'office-administrator': ['open', 'overdue', 'received-today'],
}

/** One desk for all the roles a person holds: each queue once, those of the role named first in front. */
export function queuesOf(roles: readonly Role[]): readonly DeskListId[] {
  return [...new Set(roles.flatMap(role => QUEUES[role]))]
}
