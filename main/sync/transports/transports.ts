import { openCityHttps } from './city-https.ts'

/** Every road to whoever holds logs, one line each, sorted. */
export const TRANSPORTS = {
  'city-https': openCityHttps,
} as const
