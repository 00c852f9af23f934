import type { Act } from '../../shared/acts/act.ts'
import { addDays, dayOfInstant, localToInstant } from '../../shared/base/day.ts'
import { openDeskForEver } from './desk-for-ever.ts'
import { RECEIPT } from './dossier-life.ts'

// A process of its own, to be killed: real desk, real journal. Receives dossiers without an end, several people at once, takes fees on
// the receipts of a stock, spoils one now and then; once the day's range is full the next day begins, and once the stock is used up the
// next is given. It says what it was answered, one JSON a line.
const BLANKS = 1000
const { random, standing, now, passTo, perform, workOn } = await openDeskForEver(numbersIn)

function numbersIn({ kind, body }: Act): readonly string[] {
  if (kind === 'dossier/received') return [String(body['code'])]
  const receipt = body['receipt'] as { readonly stock: string, readonly number: number } | undefined
  return receipt === undefined ? [] : [`${receipt.stock} ${String(receipt.number)}`]
}

async function serve(): Promise<void> {
  const today = dayOfInstant(new Date(now()).toISOString())
  const [received] = await perform('dossier/receive', { ...RECEIPT, clockConfirmed: true })
  if (received === undefined) {
    passTo(Date.parse(localToInstant(addDays(today, 1), 8 * 60)))
    return
  }
  if (random.next() < 0.5) return
  const [paid] = await perform('dossier/collect-fee', { subject: received.subject, amount: 8000, method: 'cash' })
  if (paid === undefined) await giveStock()
  else if (random.next() < 0.1) {
    const { stock, number } = paid.body['receipt'] as { readonly stock: string, readonly number: number }
    await perform('dossier/void-fee-receipt', { subject: received.subject, stock, number, reason: 'Ghi sai tên' })
  }
}

async function giveStock(): Promise<void> {
  const from = Math.max(0, ...Object.values(standing().stocks).map(({ to }) => to)) + 1
  await perform('stock/give', { form: '01BLP2-001', symbol: 'CT-26T', from: String(from), to: String(from + BLANKS - 1) })
}

if (Object.keys(standing().stocks).length === 0) await giveStock()
await workOn(serve)
