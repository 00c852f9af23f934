import type { ScanSource } from '../../../shared/bridge/scanning-api.ts'
import { inside, numberIn, readXml, wordsOf, type Tag } from './xml.ts'

export interface Capabilities {
  readonly name: string | null
  readonly sources: readonly ScanSource[]
  /** Rising, those every source has. */
  readonly resolutions: readonly number[]
  /** Millimetres. */
  readonly reach: Readonly<Partial<Record<ScanSource, { readonly width: number, readonly height: number }>>>
}

const SOURCES: readonly (readonly [ScanSource, readonly string[]])[] = [
  ['flatbed', ['Platen', 'PlatenInputCaps']], ['feeder', ['Adf', 'AdfSimplexInputCaps']], ['duplex', ['Adf', 'AdfDuplexInputCaps']],
]
const USUAL = [75, 100, 150, 200, 300, 400, 600]
const MM_PER_UNIT = 25.4 / 300

/** Reads ScannerCapabilities; null when it is none. */
export function readCapabilities(xml: string): Capabilities | null {
  const device = readXml(xml, 'ScannerCapabilities')
  if (device === null) return null
  const here = SOURCES.flatMap(([source, way]) => inside(device, ...way).slice(0, 1).map(caps => ({ source, caps })))
  const offered = here.map(({ caps }) => resolutionsOf(caps)).filter(one => one.length > 0)
  return {
    name: wordsOf(device, 'MakeAndModel'),
    sources: here.map(({ source }) => source),
    resolutions: (offered[0] ?? []).filter(one => offered.every(others => others.includes(one))),
    reach: Object.fromEntries(here.map(({ source, caps }) => [source, {
      width: Math.floor((numberIn(caps, 'MaxWidth') ?? 2550) * MM_PER_UNIT * 10) / 10,
      height: Math.floor((numberIn(caps, 'MaxHeight') ?? 3508) * MM_PER_UNIT * 10) / 10,
    }])),
  }
}

function resolutionsOf(caps: Tag): readonly number[] {
  const profiles = inside(caps, 'SettingProfiles', 'SettingProfile', 'SupportedResolutions')
  const discrete = profiles.flatMap(profile => inside(profile, 'DiscreteResolutions', 'DiscreteResolution').map(one => numberIn(one, 'XResolution')))
    .filter(one => one !== null)
  if (discrete.length > 0) return [...new Set(discrete)].sort((a, b) => a - b)
  const [range] = profiles.flatMap(profile => inside(profile, 'ResolutionRange', 'XResolutionRange'))
  const [least, most] = [numberIn(range, 'Min') ?? 0, numberIn(range, 'Max') ?? 0]
  return USUAL.filter(one => one >= least && one <= most)
}
