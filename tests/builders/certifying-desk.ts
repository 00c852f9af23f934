import type { Act, NewAct } from '../../shared/acts/act.ts'
import type { Problem, Result } from '../../shared/base/result.ts'
import { applyToBooks, type BooksWritten } from '../../shared/certification/books.ts'
import type { Certification } from '../../shared/certification/certification.ts'
import type { CertifyInput } from '../../shared/certification/certify.ts'
import { foldCertification } from '../../shared/certification/fold.ts'
import type { CertificationMoment } from '../../shared/certification/moment.ts'
import { applyToStocks, type StocksWritten } from '../../shared/stocks/stocks.ts'
import { momentOf, office } from './moment.ts'
import { pretendDevice } from './stamp.ts'

/** A desk that certifies: its acts are kept as the journal would, without a disk. */
export interface CertifyingDesk {
  readonly device: string
  readonly acts: () => readonly Act[]
  /** Lines of another desk arrive. */
  readonly learn: (acts: readonly Act[]) => void
  readonly books: () => BooksWritten
  readonly stocks: () => StocksWritten
  readonly visits: () => readonly Certification[]
  /** What the acts' subject, the books and the hour make of a decision; what it decides is kept. */
  readonly ask: <P extends Problem>(
    decide: (moment: CertificationMoment) => Result<readonly NewAct[], P>, at?: string, subject?: string,
  ) => Result<readonly Act[], P>
}

let desks = 0

export function certifyingDesk(
  changes: Partial<typeof office> = {}, unit: Partial<Pick<CertificationMoment, 'desks' | 'keeper' | 'goneDevices'>> = {},
): CertifyingDesk {
  const place = { ...office, ...changes }
  const log = pretendDevice(place.device)
  const nth = (desks += 1)
  let visits = 0
  let books: BooksWritten = {}
  let stocks: StocksWritten = {}
  return {
    device: place.device,
    acts: log.acts,
    learn: acts => {
      log.learn(acts)
      books = acts.reduce(applyToBooks, books)
      stocks = acts.reduce(applyToStocks, stocks)
    },
    books: () => books,
    stocks: () => stocks,
    visits: () => [...Map.groupBy(log.acts(), ({ subject }) => subject).values()].flatMap(acts => foldCertification(acts) ?? []),
    ask: (decide, at = '2026-11-25T02:00:00.000Z', subject) => {
      const moment = momentOf({
        at, office: place, ...unit, bookState: book => books[book], stocks, acts: log.acts().filter(act => act.subject === subject),
        freshSubject: domain => `${domain}:${String(nth)}-${String(visits += 1)}`,
      })
      const decided = decide(moment)
      if (!decided.ok) return decided
      const written = log.write(decided.value, at)
      books = written.reduce(applyToBooks, books)
      stocks = written.reduce(applyToStocks, stocks)
      return { ok: true, value: written }
    },
  }
}

export const COPIES = '2.000815' as const
export const SIGNATURE = '2.000884' as const
export const TRANSACTION = '2.001035' as const

/** One paper of two pages in one copy for Phạm Thị Mẫu, whose card was read; whatever the test is about is changed. */
export function toCertify(changes: Partial<CertifyInput> = {}): CertifyInput {
  return {
    person: { name: 'Phạm Thị Mẫu', personalNumber: '092190000456' }, identity: 'card-read',
    signer: { name: 'Đặng Thị Lan', title: 'Phó Chủ tịch' },
    papers: [{ procedure: COPIES, name: 'Bằng tốt nghiệp trung học phổ thông', pageCount: 2, copyCount: 1 }],
    payment: 'cash', ...changes,
  }
}
