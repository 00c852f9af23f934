/** Who works with the city's pages. One person holds one role. */
export const CITY_ROLES = ['administrator', 'operator', 'supervisor', 'unit-reader'] as const
export type CityRole = (typeof CITY_ROLES)[number]

/** What may be asked of the city. One row a right, the roles that hold it; a unit-reader's rights end at their own unit. */
const RIGHTS = {
  'overview/see': ['administrator', 'operator', 'supervisor'],
  'unit/see': ['administrator', 'operator', 'supervisor', 'unit-reader'],
  'dossier/see': ['administrator', 'supervisor', 'unit-reader'],
  'dossier/search': ['administrator', 'supervisor', 'unit-reader'],
  'statement/find': ['administrator', 'operator', 'supervisor', 'unit-reader'],
  'device/manage': ['administrator', 'operator'],
  'user/manage': ['administrator', 'operator'],
  'quarantine/decide': ['administrator', 'operator'],
  'publish': ['administrator'],
  'city-user/manage': ['administrator'],
  'look/see': ['administrator'],
} as const satisfies Record<string, readonly CityRole[]>

export type CityRight = keyof typeof RIGHTS

/** Who asks: someone signed in at the city. */
export interface CityActor {
  readonly id: string
  readonly role: CityRole
  /** The only unit a unit-reader sees. */
  readonly unit: string | null
}

/** The program itself, where no person asks: first start, a device's own enrolment. */
export const THE_CITY: CityActor = { id: 'city', role: 'administrator', unit: null }

/** Whether someone may do this at all, and if a unit is named, whether with that unit (rule U4). */
export function mayInCity(actor: Pick<CityActor, 'role' | 'unit'>, right: CityRight, unit?: string): boolean {
  const holders: readonly CityRole[] = RIGHTS[right]
  if (!holders.includes(actor.role)) return false
  return actor.role !== 'unit-reader' || unit === undefined || actor.unit === unit
}

/** Which units someone's lists are made of: one, or undefined for all. A unit-reader without a unit sees none. */
export function scopeOf(actor: Pick<CityActor, 'role' | 'unit'>): string | undefined {
  return actor.role === 'unit-reader' ? actor.unit ?? 'none' : undefined
}
