import type { Role } from '../users/role.ts'

/** Who sits at the practice desk; everybody's PIN is `PRACTICE_PIN`, because nothing there is worth guarding. */
export const PRACTICE_STAFF: readonly { readonly name: string; readonly roles: readonly Role[] }[] = [
  { name: 'Nguyễn Thị Ẩm', roles: ['clerk'] },
  { name: 'Lê Văn Bình', roles: ['director', 'clerk'] },
  { name: 'Thạch Sô Phia', roles: ['clerk', 'fee-clerk'] },
]

export const PRACTICE_PIN = '135790'
