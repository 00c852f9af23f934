import { success } from '../../shared/base/result.ts'
import type { PagesHere } from '../../main/sync/city-link.ts'

/** A PC that holds no pages. */
export const NO_PAGES: PagesHere = {
  areWaiting: () => false,
  sendSome: () => Promise.resolve(success({ wholePages: 0, refused: [] })),
  waiting: () => ({ pages: 0, bytes: 0 }),
  bytesOf: () => 0,
  again: () => Promise.resolve(),
}
