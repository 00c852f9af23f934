import { findUnit } from '../../units/unit.ts'

/** Who received or resolves, as people call it: an office of the city by its name, any other agency as it was typed (rule L22). */
export function agencyName(agency: string): string {
  return findUnit(agency)?.name ?? agency
}
