import type { Role } from '../../shared/users/role.ts'

export const roleNames = {
  'clerk': 'Cán bộ một cửa',
  'officer': 'Chuyên viên',
  'leader': 'Lãnh đạo',
  'registrar': 'Văn thư',
  'fee-clerk': 'Thu phí',
  'director': 'Giám đốc Trung tâm',
  'office-administrator': 'Quản trị đơn vị',
} as const satisfies Record<Role, string>

/** `Cán bộ một cửa, thu phí` */
export function rolesLine(roles: readonly Role[]): string {
  return roles.map((role, i) => i === 0 ? roleNames[role] : lowerFirst(roleNames[role])).join(', ')
}

/** `cán bộ một cửa hoặc giám đốc Trung tâm`, for the sentence that names who may. */
export function rolesWhoMay(roles: readonly Role[]): string {
  return roles.map(role => lowerFirst(roleNames[role])).join(' hoặc ')
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
