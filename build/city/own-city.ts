import { WORLD } from '../../server/app.ts'
import type { City } from '../../server/city.ts'
import type { Config } from '../../server/config.ts'
import { openCity } from '../../server/open-city.ts'

/** Where a city keeps everything, and where it is reached. */
export interface CityPlace {
  readonly data: string
  readonly address?: string
  /** PostgreSQL; embedded tables without it. */
  readonly databaseUrl?: string | undefined
  /** UTC ms; the machine's clock unless told. */
  readonly now?: () => number
}

/** Opens a city in this process, for what is prepared before its server starts or judged after it ended. */
export async function withOwnCity<T>(place: CityPlace, work: (city: City) => Promise<T>): Promise<T> {
  const opened = await openCity(configOf(place), { ...WORLD, ...(place.now === undefined ? {} : { now: place.now }) })
  if ('sentence' in opened) throw new Error(opened.sentence)
  try {
    return await work(opened.city)
  } finally {
    await opened.close()
  }
}

function configOf({ data, address = 'https://city.invalid', databaseUrl }: CityPlace): Config {
  return {
    data, address, host: '127.0.0.1', port: 0, databaseUrl: databaseUrl ?? null, name: PRACTICE_CITY, key: null, administrator: null,
    pages: { kind: 'files' }, logLevel: 'silent',
  }
}

/** No real city is called so: whoever sees it on a paper knows. */
export const PRACTICE_CITY = 'Thành phố Thực Hành'
