import { cityIndex } from './city-index.ts'
import { progress } from './progress.ts'

/** Every report we count. */
export const REPORTS = [cityIndex, progress] as const
