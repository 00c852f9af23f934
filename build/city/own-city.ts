import { WORLD } from '../../server/app.ts'
import type { City } from '../../server/city.ts'
import type { Config } from '../../server/config.ts'
import { openCity } from '../../server/open-city.ts'

/** Opens an embedded city in this process, for what is prepared before its server starts. */
export async function withOwnCity<T>(place: { readonly data: string, readonly address: string }, prepare: (city: City) => Promise<T>): Promise<T> {
  const opened = await openCity(configOf(place), WORLD)
  if ('sentence' in opened) throw new Error(opened.sentence)
  try {
    return await prepare(opened.city)
  } finally {
    await opened.close()
  }
}

function configOf({ data, address }: { readonly data: string, readonly address: string }): Config {
  return {
    data, address, host: '127.0.0.1', port: 0, databaseUrl: null, name: PRACTICE_CITY, key: null, administrator: null,
    pages: { kind: 'files' }, logLevel: 'silent',
  }
}

/** No real city is called so: whoever sees it on a paper knows. */
export const PRACTICE_CITY = 'Thành phố Thực Hành'
