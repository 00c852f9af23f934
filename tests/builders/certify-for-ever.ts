import type { Act } from '../../shared/acts/act.ts'
import { parseBookSubject } from '../../shared/certification/book.ts'
import { COPIES, SIGNATURE, toCertify, TRANSACTION } from './certifying-desk.ts'
import { DEVICE, openDeskForEver } from './desk-for-ever.ts'

// A process of its own, to be killed: real desk, real journal. Certifies without an end at the hour it is given, several people at
// once, voids a number now and then, closes last year's books first, and says what it was answered, one JSON a line.
const { random, startedAt, standing, perform, workOn } = await openDeskForEver(numbersIn)

function numbersIn({ kind, body }: Act): readonly string[] {
  return kind === 'certification/certified' ? papersIn(body).map(({ book, number }) => `${DEVICE}.${book.kind}.${String(book.year)} ${String(number)}`) : []
}

function papersIn(body: Act['body']) {
  return body['papers'] as readonly { readonly book: { readonly kind: string, readonly year: number }, readonly number: number }[]
}

async function serve(): Promise<void> {
  const papers = Array.from({ length: random.between(1, 50) }, () => ({
    procedure: random.pick([COPIES, COPIES, COPIES, SIGNATURE, TRANSACTION]), name: random.pick(['Bằng', 'Học bạ', 'Căn cước', 'Giấy ủy quyền']),
    pageCount: random.between(1, 20), copyCount: random.between(1, 5),
  }))
  const acts = await perform('certification/certify', toCertify({ papers, clockConfirmed: true }))
  const certified = acts.find(({ kind }) => kind === 'certification/certified')
  if (certified === undefined || random.next() > 0.1) return
  const [first] = papersIn(certified.body)
  if (first === undefined) return
  const { book: { kind, year }, number } = first
  await perform('certification/void', { subject: certified.subject, book: { kind, year }, number, reason: 'Gõ nhầm' })
}

for (const [subject, { closedAt }] of Object.entries(standing().books)) {
  const year = parseBookSubject(subject)?.year ?? 9999
  if (closedAt === null && year < Number(startedAt.slice(0, 4))) await perform('book/close', { subject })
}
await workOn(serve)
