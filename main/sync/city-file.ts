import { join } from 'node:path'
import { Type, type Static } from 'typebox'
import { Value } from 'typebox/value'
import { makeFolder, readIfThere, writeDurably } from '../journal/durable-file.ts'
import { parseJson } from '../../shared/base/json.ts'

const PublicKey = Type.String({ pattern: '^[A-Za-z0-9+/]{43}=$' })

/** Which city this PC belongs to, pinned when it was enrolled: whoever answers with another key is not believed. */
export const KnownCity = Type.Object({
  address: Type.String({ maxLength: 500 }),
  name: Type.String({ maxLength: 200 }),
  publicKey: PublicKey,
  unit: Type.String({ pattern: '^\\d{5}$' }),
})
export type KnownCity = Static<typeof KnownCity>

/** A city one may enrol with: what a program was built for, or what a code carries. */
export const CityChoice = Type.Object({
  address: Type.String({ maxLength: 500 }),
  publicKey: Type.Optional(PublicKey),
  /** Certificates (PEM) the city's own may lead to, beside those every browser knows. */
  ca: Type.Optional(Type.Array(Type.String({ maxLength: 20_000 }), { maxItems: 10 })),
})
export type CityChoice = Static<typeof CityChoice>

export async function readCity(root: string): Promise<KnownCity | undefined> {
  const kept = parseJson(await readIfThere(join(root, 'keys', 'city')) ?? '')
  return Value.Check(KnownCity, kept) ? kept : undefined
}

/** On disk before anything is said to be enrolled (rule J5). */
export async function writeCity(root: string, city: KnownCity): Promise<void> {
  await makeFolder(join(root, 'keys'))
  await writeDurably(join(root, 'keys', 'city'), `${JSON.stringify(city)}\n`)
}

/**
 * The city a typed code is for: `--city=<address>` of an unpacked program, else `city.json` beside the packed one.
 *
 * Undefined when there is neither: then only a QR or a file, which name their city, can enrol.
 */
export async function defaultCity(args: readonly string[], isPackaged: boolean, resources: string): Promise<CityChoice | undefined> {
  const named = args.find(arg => arg.startsWith(CITY))?.slice(CITY.length)
  if (named !== undefined && !isPackaged) return { address: named.replace(/\/+$/, '') }
  const shipped = parseJson(await readIfThere(join(resources, 'city.json')) ?? '')
  return Value.Check(CityChoice, shipped) ? { ...shipped, address: shipped.address.replace(/\/+$/, '') } : undefined
}

/** Persons are read about over this line: only TLS leaves the machine. */
export function isAddress(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname } = new URL(text)
  return protocol === 'https:' || protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname)
}

const CITY = '--city='
