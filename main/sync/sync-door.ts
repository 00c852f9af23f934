import { failure } from '../../shared/base/result.ts'
import type { SyncApi } from '../../shared/bridge/main-api.ts'

/** The road to the city as the window may ask about it, on a PC that has none. */
export function openSyncDoor(now: () => string): SyncApi {
  return {
    state: async () => ({
      line: { state: 'no-city' }, city: null, lastExchangeAt: null, clockDrift: null,
      waiting: { dossiers: 0, acts: 0, pages: 0, bytes: 0 }, secondsLeft: null, refusedCount: 0,
    }),
    areSafe: async subjects => subjects.map(() => false),
    dayClose: async day => ({ day, at: now(), dossiers: [], pageCount: 0, safePageCount: 0, refused: [], checkCode: '' }),
    sendNow: async () => undefined,
    enrol: async () => failure({ code: 'sync/unreachable' }),
    chooseEnrolFile: async () => null,
    settle: async () => failure({ code: 'sync/unreachable' }),
    printDayClose: async () => failure({ code: 'sync/unreachable' }),
  }
}
