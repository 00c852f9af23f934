/** The roles of rule U1; one person may hold several. */
export const ROLES = ['clerk', 'officer', 'leader', 'registrar', 'fee-clerk', 'director', 'office-administrator'] as const
export type Role = (typeof ROLES)[number]

/** What a command may ask for. One row a right, the roles that hold it. */
const RIGHTS = {
  'dossier/receive': ['clerk', 'director'],
  'dossier/correct': ['clerk', 'officer', 'director'],
  'dossier/void': ['clerk', 'director'],
  'dossier/forward': ['clerk', 'officer', 'leader', 'director'],
  /** Also what another person holds (rule L5). */
  'dossier/hand-over-for-others': ['leader', 'director'],
  'dossier/request-supplement': ['clerk', 'officer', 'director'],
  'dossier/supplement': ['clerk', 'director'],
  'dossier/payment': ['officer', 'fee-clerk'],
  /** Who resolves: submits for signature, enters a result. */
  'dossier/process': ['officer'],
  /** Results of other agencies come to the counter (rule L22). */
  'dossier/follow-parts': ['clerk', 'officer', 'director'],
  'dossier/sign': ['leader'],
  'dossier/number-results': ['registrar'],
  'dossier/return': ['clerk', 'director'],
  'dossier/withdraw': ['clerk', 'director'],
  'dossier/stop': ['officer', 'leader'],
  'dossier/apologise': ['leader'],
  /** Why a dossier is late stands in a report that a director signs. */
  'dossier/explain-delay': ['officer', 'leader', 'director'],
  'dossier/collect-fee': ['clerk', 'fee-clerk', 'director'],
  /** Receive, resolve and hand over at once (rule L18). */
  'dossier/finish-same-day': ['clerk', 'director'],
  /** Two values of one field; anything else that two desks did is for a leader (rule L19). */
  'dispute/settle-field': ['clerk', 'leader', 'director'],
  'dispute/settle-state': ['leader', 'director'],
  'dossier/print': ['clerk', 'officer', 'leader', 'registrar', 'fee-clerk', 'director'],
  /** Whoever takes money counts it. */
  'cash/count': ['clerk', 'fee-clerk', 'director'],
  'certification/certify': ['clerk', 'director'],
  'certification/void': ['clerk', 'director'],
  /** It cannot be taken back. */
  'book/close': ['leader', 'director'],
  /** Gives a desk its numbered receipts, and takes back what is left (rule M3). */
  'stock/manage': ['fee-clerk', 'director'],
  /** A blank is torn in the hands of whoever takes the money. */
  'stock/write': ['clerk', 'fee-clerk', 'director'],
  /** The books hold people's names: whoever works with dossiers. */
  'register/read': ['clerk', 'officer', 'leader', 'registrar', 'fee-clerk', 'director'],
  'report/sign': ['leader', 'director'],
  'user/manage': ['director', 'office-administrator'],
  'user/own-pin': ROLES,
  /** What somebody else did on a day; one's own day is open to everybody. */
  'user/read-work': ['director'],
  'office/settings': ['director', 'office-administrator'],
  'device/settings': ['clerk', 'director', 'office-administrator'],
} as const satisfies Record<string, readonly Role[]>

export type Right = keyof typeof RIGHTS

/** Whether a person holding these roles may do this (rule U1). */
export function mayDo(roles: readonly Role[], right: Right): boolean {
  const holders: readonly Role[] = RIGHTS[right]
  return roles.some(role => holders.includes(role))
}

/** Who may: the roles that hold a right, for the sentence that names them. */
export function rolesWith(right: Right): readonly Role[] {
  return RIGHTS[right]
}
