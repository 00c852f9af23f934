import type { ScanSource } from '../../../shared/bridge/scanning-api.ts'

/** What `scanimage -A` says a device can, at the source it was asked about. */
export interface Abilities {
  /** What the device itself calls each source; an empty list of words means it knows but one and is not asked. */
  readonly sources: ReadonlyMap<ScanSource, readonly string[]>
  readonly grey: string | null
  readonly colour: string | null
  /** Rising; empty when the device does not let it be chosen. */
  readonly resolutions: readonly number[]
  readonly resolutionNow: number | null
  /** Millimetres. */
  readonly width: number | null
  readonly height: number | null
}

interface Option {
  readonly values: readonly string[]
  readonly now: string | null
}

const USUAL = [75, 100, 150, 200, 240, 300, 400, 600]

/** Reads the answer of `scanimage -A` in the C locale. */
export function readAbilities(answer: string): Abilities {
  const options = readOptions(answer)
  const modes = options.get('mode')?.values ?? []
  const resolution = options.get('resolution')
  return {
    sources: sourcesOf(options),
    grey: modes.find(mode => /gr[ae]y/i.test(mode)) ?? null,
    colour: modes.find(mode => /colou?r/i.test(mode)) ?? null,
    resolutions: resolution === undefined ? [] : resolutionsOf(resolution.values),
    resolutionNow: numberOf(resolution?.now ?? null),
    width: endOf(options.get('x')),
    height: endOf(options.get('y')),
  }
}

/** The least the device can that is no coarser than wished; its finest when it has nothing so fine. */
export function clampResolution(resolutions: readonly number[], wished: number): number | null {
  return resolutions.find(one => one >= wished) ?? resolutions.at(-1) ?? null
}

/** `--source Flatbed|ADF [Flatbed]`, `-x 0..215.9mm [215.9]`, `--duplex[=(yes|no)] [no]`; an inactive option is none. */
function readOptions(answer: string): ReadonlyMap<string, Option> {
  const found = new Map<string, Option>()
  for (const line of answer.split(/[\r\n]+/)) {
    const [, name, rest] = /^ {4}--?([a-z][a-z0-9-]*)(?: |(?=\[=))(.*)$/i.exec(line) ?? []
    if (name === undefined || rest === undefined || /\[(?:inactive|read-only)\]/.test(rest)) continue
    const [, values = '', now = null] = /^(?:\[=\()?(.*?)(?:\)\])?(?: \(in steps of [^)]*\))?(?: \[([^\]]*)\])?(?: \[\w+\])*$/.exec(rest) ?? []
    found.set(name, { values: values.split('|'), now })
  }
  return found
}

/** The feeder is whatever is called so; duplex is a source, a mode of the feeder or a switch, as makers please. */
function sourcesOf(options: ReadonlyMap<string, Option>): ReadonlyMap<ScanSource, readonly string[]> {
  const names = options.get('source')?.values ?? []
  const isFeeder = (name: string): boolean => /adf|feeder/i.test(name)
  const flatbed = names.find(name => /flatbed|platen|glass|document table/i.test(name)) ?? names.find(name => !isFeeder(name) && !/duplex/i.test(name))
  const feeder = names.find(name => isFeeder(name) && !/duplex|back/i.test(name))
  const duplex = names.find(name => /duplex/i.test(name))
  const sources = new Map<ScanSource, readonly string[]>()
  if (names.length === 0) sources.set('flatbed', [])
  if (flatbed !== undefined) sources.set('flatbed', ['--source', flatbed])
  if (feeder !== undefined) sources.set('feeder', ['--source', feeder])
  if (duplex !== undefined) return sources.set('duplex', ['--source', duplex])
  const both = options.get('adf-mode')?.values.find(mode => /duplex/i.test(mode))
  const turns = both === undefined ? (options.get('duplex')?.values.includes('yes') === true ? ['--duplex=yes'] : null) : ['--adf-mode', both]
  return feeder === undefined || turns === null ? sources : sources.set('duplex', ['--source', feeder, ...turns])
}

/** `75|100|200dpi`, or `50..1200dpi`, of which the usual ones are offered. */
function resolutionsOf(values: readonly string[]): readonly number[] {
  const range = /^([\d.]+)\.\.([\d.]+)/.exec(values[0] ?? '')
  if (range === null) return values.map(numberOf).filter(value => value !== null).sort((a, b) => a - b)
  const [least, most] = [Number(range[1]), Number(range[2])]
  const usual = USUAL.filter(one => one >= least && one <= most)
  return usual.length > 0 ? usual : [most]
}

function endOf(option: Option | undefined): number | null {
  const [, end] = /\.\.([\d.]+)mm/.exec(option?.values[0] ?? '') ?? []
  return end === undefined ? null : Number(end)
}

function numberOf(text: string | null): number | null {
  const [, digits] = /^(\d+(?:\.\d+)?)/.exec(text ?? '') ?? []
  return digits === undefined ? null : Number(digits)
}
