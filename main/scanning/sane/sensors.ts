/** What a device feels, as `scanimage -A` tells it; null where it has no such sensor. */
export interface Sensors {
  readonly isLoaded: boolean | null
  readonly isCoverOpen: boolean | null
  readonly isJammed: boolean | null
}

/** Reads them from the answer of `scanimage -A` in the C locale: `--page-loaded[=(yes|no)] [no] [hardware]`. */
export function readSensors(answer: string): Sensors {
  const felt = new Map([...answer.matchAll(SENSOR)].map(([, name = '', now]) => [name, now === 'yes']))
  const firstOf = (names: RegExp): boolean | null => [...felt].find(([name]) => names.test(name))?.[1] ?? null
  return { isLoaded: firstOf(/^(?:page|paper|adf|document)-loaded$/), isCoverOpen: firstOf(/^(?:adf-)?cover-open$/), isJammed: firstOf(/^(?:paper-|adf-)?jam(?:med)?$/) }
}

const SENSOR = /^ {4}--([a-z-]+)\[=\(yes\|no\)\] \[(yes|no)\] \[(?:hardware|read-only)\]/gm
