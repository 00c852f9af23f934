import { ROLES } from '../../../shared/users/role.ts'
import type { CitySettings } from '../../../shared/units/city-settings.ts'
import { rolesLine } from '../../text/roles.ts'
import { settingsWords as words } from '../../text/settings.ts'

export type SettingName = keyof CitySettings

/** What is in force of one setting, as this unit reads it, in words. */
const SHOWN: { readonly [Name in SettingName]: (value: CitySettings[Name], unit: string) => string } = {
  supplementPolicy: policy => words.policies[policy],
  signedProcedures: procedures => procedures.length === 0 ? words.noneSet : words.procedureCount(procedures.length),
  cityRoles: roles => {
    const known = ROLES.filter(role => roles.includes(role))
    return known.length === 0 ? words.noneSet : rolesLine(known)
  },
  places: (places, unit) => places[unit] ?? words.asOffice,
  signers: (signers, unit) => signers[unit]?.map(({ name, title }) => `${name}, ${title}`).join('; ') ?? words.asDesk,
  certificationWords: lists => lists.length === 0 ? words.asProgram : words.wordsFrom(sourcesOf(lists)),
  receiptParts: parts => parts.length === 0 ? words.asProgram : parts.join('; '),
  plans: plans => Object.keys(plans).length === 0 ? words.asProgram : words.plansOf(Object.keys(plans).length),
}

export const SETTING_NAMES = Object.keys(SHOWN) as readonly SettingName[]

export function showSetting<Name extends SettingName>(name: Name, settings: CitySettings, unit: string): string {
  return SHOWN[name](settings[name], unit)
}

/** Where published words say that they come from, each once. */
function sourcesOf(lists: readonly unknown[]): string {
  const sources = lists.flatMap(each => typeof each === 'object' && each !== null && 'source' in each && typeof each.source === 'string' ? [each.source] : [])
  return [...new Set(sources)].join('; ')
}
