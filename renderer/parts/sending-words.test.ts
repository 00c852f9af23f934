import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SyncState } from '../../shared/bridge/main-api.ts'
import { isAllSafe, sendingWords } from './sending-words.ts'

const NOW = '2026-11-20T03:42:00.000Z'
const NONE = { dossiers: 0, acts: 0, pages: 0, bytes: 0 }
const FOUR = { dossiers: 4, acts: 9, pages: 15, bytes: 600_000 }

function sync(changes: Partial<SyncState> = {}): SyncState {
  return {
    line: { state: 'idle' }, city: { name: 'Thành phố Cần Thơ', address: 'https://city.invalid' }, lastExchangeAt: '2026-11-20T03:31:00.000Z',
    clockDrift: 0, waiting: NONE, secondsLeft: null, refusedCount: 0, ...changes,
  }
}

const told = (changes: Partial<SyncState>): readonly string[] => {
  const { tone, title, note } = sendingWords(sync(changes), NOW)
  return [tone, title, note]
}

test('each state is told in the words of the house', () => {
  expect([
    told({ line: { state: 'no-city' }, city: null, lastExchangeAt: null }),
    told({ line: { state: 'offline' }, waiting: FOUR }),
    told({ line: { state: 'offline' }, lastExchangeAt: '2026-11-19T09:58:00.000Z' }),
    told({ line: { state: 'sending' }, waiting: FOUR }),
    told({ line: { state: 'sending' }, waiting: { ...FOUR, dossiers: 8 }, secondsLeft: 340 }),
    told({ line: { state: 'later', at: '2026-11-20T03:45:00.000Z' }, waiting: FOUR }),
    told({ line: { state: 'stuck', problem: { code: 'sync/clock' } }, waiting: FOUR }),
    told({ waiting: FOUR, refusedCount: 3 }),
    told({}),
  ]).toEqual([
    ['wait', 'Máy này chưa ghi danh với thành phố.', 'Hồ sơ nằm chắc ở đây.'],
    ['wait', 'Không có mạng. Làm việc bình thường.', '4 hồ sơ chờ gửi · lần gửi gần nhất 10:31'],
    ['wait', 'Không có mạng. Làm việc bình thường.', 'lần gửi gần nhất 16:58 hôm qua, đã an toàn ở thành phố'],
    ['wait', 'Đang gửi về thành phố', '4 hồ sơ chờ · máy tự gửi, không cần đợi'],
    ['wait', 'Đang gửi về thành phố', '8 hồ sơ chờ · còn khoảng 5 phút 40 giây'],
    ['wait', 'Gửi tiếp lúc 10:45. Làm việc bình thường.', '4 hồ sơ chờ gửi · lần gửi gần nhất 10:31'],
    ['warning', 'Đồng hồ máy này sai nên chưa gửi được.', '4 hồ sơ chờ gửi · bấm Alt+9 để xem'],
    ['wait', 'Chờ gửi về thành phố', '4 hồ sơ chờ gửi · máy tự gửi, không cần đợi · 3 không gửi được · bấm Alt+9 để xem'],
    ['safe', 'Mọi hồ sơ đã an toàn ở thành phố', 'lần gửi gần nhất 10:31'],
  ])
})

test('nothing is green while anything waits, was refused, or was never answered', () => {
  const line = fc.constantFrom<SyncState['line']>(
    { state: 'no-city' }, { state: 'offline' }, { state: 'idle' }, { state: 'sending' }, { state: 'stuck', problem: { code: 'sync/fork' } },
  )
  const count = fc.nat(2)
  fc.assert(fc.property(line, count, count, count, count, fc.boolean(), (state, dossiers, acts, pages, refusedCount, isAnswered) => {
    const waiting = { dossiers, acts, pages, bytes: 0 }
    const one = sync({ line: state, waiting, refusedCount, ...(isAnswered ? {} : { lastExchangeAt: null }) })
    const isGreen = sendingWords(one, NOW).tone === 'safe'
    if (isGreen) expect([dossiers, acts, pages, refusedCount, isAnswered]).toEqual([0, 0, 0, 0, true])
    if (!isAllSafe(one)) expect(isGreen).toBe(false)
  }))
})
