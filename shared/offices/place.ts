import { defaultCodePattern, type CodePattern } from '../units/dossier-code.ts'
import type { OfficeHeader } from '../units/office.ts'
import { findUnit } from '../units/unit.ts'

/** A unit as it can be opened on a PC: who it is, how it numbers, what stands on its papers until somebody changes it. */
export interface Place {
  readonly unit: string
  readonly unitName: string
  readonly codePattern: CodePattern
  readonly header: OfficeHeader
}

/** One of the city's units as a place; undefined for a code that is none of them. */
export function findPlace(unitCode: string): Place | undefined {
  const unit = findUnit(unitCode)
  const codePattern = defaultCodePattern(unitCode)
  if (unit === undefined || codePattern === undefined) return undefined
  return { unit: unit.code, unitName: unit.name, codePattern, header: defaultHeader(unit.name) }
}

/**
 * The two lines over every paper: the people's committee, and its counter (NĐ 118/2025/NĐ-CP).
 *
 * The place of signing is the unit's name without its kind (NĐ 30/2020/NĐ-CP, Annex I).
 */
export function defaultHeader(unitName: string): OfficeHeader {
  return {
    parentAgency: `Ủy ban nhân dân ${unitName.replace(/^(Phường|Xã|Đặc khu) /, kind => kind.toLowerCase())}`,
    agency: 'Trung tâm Phục vụ hành chính công',
    place: unitName.replace(/^(Phường|Xã|Đặc khu) /, ''),
    address: '',
    phone: '',
    lookupLink: 'https://dichvucong.gov.vn',
  }
}
