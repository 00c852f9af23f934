/** What a printed QR may hold (TT 01/2023/TT-VPCP, article 26; rule N7). */
export type QrPart = 'dossierCode' | 'procedureCode' | 'number' | 'formTitle' | 'systemName' | 'printedAt' | 'dueOn'

/** How the parts of a printed QR are joined: data, because no circular fixes it. */
export interface QrPattern {
  readonly separator: string
  readonly order: readonly QrPart[]
}

/** The pattern in use until the city publishes another. */
export const QR_PATTERN: QrPattern = {
  separator: '|',
  order: ['dossierCode', 'procedureCode', 'number', 'formTitle', 'systemName', 'printedAt', 'dueOn'],
}
