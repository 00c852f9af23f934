import { isAbsolute } from 'node:path'

/** How one server process is set up; everything comes from the environment. */
export interface Config {
  /** Flushed files of the embedded record, pages, and the city's key. */
  readonly data: string
  readonly host: string
  readonly port: number
  /** PostgreSQL; null means the embedded database in `data`. */
  readonly databaseUrl: string | null
  /** What papers and screens call this city. */
  readonly name: string
  /** Where devices and people reach it, without a slash at the end; null: where it listens. */
  readonly address: string | null
  /** PEM of the city's key; null: kept in `data`. */
  readonly key: string | null
  readonly administrator: null | { readonly signInName: string, readonly password: string }
  readonly pages: { readonly kind: 'files' } | S3Config
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
}

export interface S3Config {
  readonly kind: 's3'
  readonly endpoint: string
  readonly bucket: string
  readonly region: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

/** What is set, or one sentence per mistake. */
export function readConfig(
  env: Readonly<Record<string, string | undefined>>,
): { readonly config: Config } | { readonly mistakes: readonly string[] } {
  const mistakes: string[] = []
  const text = (name: string): string | undefined => env[name]?.trim() || undefined
  const data = text('MOT_CUA_DATA') ?? ''
  if (!isAbsolute(data)) mistakes.push('MOT_CUA_DATA must be the absolute path of the data folder.')
  const port = Number(text('PORT') ?? '8080')
  if (!Number.isInteger(port) || port < 0 || port > 65_535) mistakes.push('PORT must be a whole number from 0 to 65535.')
  const databaseUrl = text('DATABASE_URL') ?? null
  if (databaseUrl !== null && !/^postgres(ql)?:\/\//.test(databaseUrl)) mistakes.push('DATABASE_URL must begin with postgres:// or postgresql://.')
  const address = text('MOT_CUA_ADDRESS') ?? null
  if (address !== null && !isAddress(address)) mistakes.push('MOT_CUA_ADDRESS must be https://… without a slash at the end (http:// only for this machine).')
  const key = env['MOT_CUA_CITY_KEY'] ?? null
  if (key !== null && !key.includes('PRIVATE KEY')) mistakes.push('MOT_CUA_CITY_KEY must be an Ed25519 private key in PEM.')
  const [signInName, password] = [text('MOT_CUA_ADMIN'), env['MOT_CUA_ADMIN_PASSWORD']]
  if ((signInName === undefined) !== (password === undefined)) mistakes.push('MOT_CUA_ADMIN and MOT_CUA_ADMIN_PASSWORD belong together.')
  const logLevel = text('LOG_LEVEL') ?? 'info'
  if (!isLevel(logLevel)) mistakes.push(`LOG_LEVEL must be one of ${LEVELS.join(', ')}.`)
  const pages = readPages(text, mistakes)
  if (mistakes.length > 0 || !isLevel(logLevel)) return { mistakes }
  return {
    config: {
      data, host: text('HOST') ?? '127.0.0.1', port, databaseUrl, name: text('MOT_CUA_CITY') ?? 'Thành phố Cần Thơ', address, key,
      administrator: signInName === undefined || password === undefined ? null : { signInName, password }, pages, logLevel,
    },
  }
}

function readPages(text: (name: string) => string | undefined, mistakes: string[]): Config['pages'] {
  const endpoint = text('S3_ENDPOINT')
  if (endpoint === undefined) return { kind: 'files' }
  const need = (name: string): string => {
    const value = text(name)
    if (value === undefined) mistakes.push(`${name} is needed together with S3_ENDPOINT.`)
    return value ?? ''
  }
  return {
    kind: 's3', endpoint, bucket: need('S3_BUCKET'), region: text('S3_REGION') ?? 'us-east-1',
    accessKeyId: need('S3_ACCESS_KEY_ID'), secretAccessKey: need('S3_SECRET_ACCESS_KEY'),
  }
}

const LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const

function isLevel(text: string): text is Config['logLevel'] {
  return (LEVELS as readonly string[]).includes(text)
}

function isAddress(text: string): boolean {
  return /^https:\/\/[^/\s]+(\/[^\s]*[^/\s])?$/.test(text) || /^http:\/\/(127\.0\.0\.1|localhost)(:\d+)?$/.test(text)
}
