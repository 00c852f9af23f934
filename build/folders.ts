import { resolve } from 'node:path'

/** Where the workshop reads and writes; all absolute. */
export const PROJECT = resolve(import.meta.dirname, '..')
export const DIST = resolve(PROJECT, 'dist')
/** What is fetched once and kept: never committed, safe to delete. */
export const CACHE = resolve(process.env['MOT_CUA_CACHE'] ?? resolve(PROJECT, '.cache'))
