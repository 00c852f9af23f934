import type { ProcedureFee } from '../../shared/procedures/procedure.ts'
import { toChannel } from './limits.ts'
import { splitNote } from './notes.ts'
import type { OverlayEntry, PortalChannel } from './portal.ts'

/**
 * The fees of a procedure, one for each way and figure.
 *
 * Free is only what says so without a but: where the note leaves it to the city's council or to
 * another text, the fee is unclear and the clerk is asked (rule M2). Rows in dollars are for embassies.
 */
export function toFees(rows: readonly PortalChannel[], overlay: OverlayEntry | undefined): readonly ProcedureFee[] {
  const fees = withoutDoubles(rows.filter(row => !/USD/u.test(row.fee)).map(toFee))
  const channels = [...new Set(fees.map(({ channel }) => channel))]
  const { fee, feeNote } = overlay ?? {}
  if (fee !== undefined) return channels.map(channel => ({ channel, ...fee, ...(feeNote === undefined ? {} : { note: feeNote }), source: 'overlay' }))
  return channels.flatMap(channel => settled(fees.filter(one => one.channel === channel)))
}

function toFee(row: PortalChannel): ProcedureFee {
  const { feeNote } = splitNote(row.note)
  const per = /^\/(\p{L}[\p{L} ]*)$/u.exec(feeNote)?.[1] ?? /đồng\/(\p{L}[\p{L} ]*)\.?$/u.exec(feeNote)?.[1]
  const base = { channel: toChannel(row.channel), ...(feeNote === '' || feeNote === `/${per ?? ''}` ? {} : { note: feeNote }) }
  if (row.fee === 'Không có thông tin') return { ...base, amount: null, unclear: 'not-stated' }
  if (row.fee === 'Miễn phí') return isPlainlyFree(feeNote) ? { ...base, amount: 0 } : { ...base, amount: null, unclear: isCouncils(feeNote) ? 'council-decides' : 'set-elsewhere', stated: row.fee }

  const amount = Number(/^([\d,]+) (?:Việt Nam Đồng|VNĐ)$/u.exec(row.fee)?.[1]?.replaceAll(',', ''))
  if (!Number.isInteger(amount)) throw new Error(`Unknown fee: ${row.fee}`)
  const unclear = whyUnclear(amount, feeNote)
  return { ...base, amount: unclear === 'figure-doubtful' ? null : amount, ...(per === undefined ? {} : { per }), ...(unclear === undefined ? {} : { unclear, stated: row.fee }) }
}

/**
 * Why a figure is not the last word: its note tells of the council, of another sum (`700 VNĐ` beside
 * `700.000 đồng`), or of several situations or periods.
 */
function whyUnclear(amount: number, note: string): ProcedureFee['unclear'] {
  const told = [...new Set([...note.matchAll(/(\d{1,3}(?:\.\d{3})+|\d{4,})\s*(?:đồng|đ)(?!\p{L})/giu)].map(match => Number(match[1]?.replaceAll('.', ''))))]
  if (isCouncils(note)) return 'council-decides'
  if (amount < 1000 || (told.length > 0 && !told.includes(amount))) return 'figure-doubtful'
  return told.length > 1 || /\+ trường hợp|theo danh sách|đến hết ngày/iu.test(note) ? 'several-figures' : undefined
}

function isPlainlyFree(note: string): boolean {
  return !isCouncils(note) && /^$|^không( có| quy định| thu[^.]*)?\.?$|^không thu|^miễn (lệ )?phí|^phí cấp bản sao/iu.test(note)
}

function isCouncils(note: string): boolean {
  return /hội đồng nhân dân|HĐND/iu.test(note)
}

function settled(fees: readonly ProcedureFee[]): readonly ProcedureFee[] {
  const figures = new Set(fees.map(({ amount }) => amount))
  return figures.size < 2 ? fees : fees.map(fee => ({ ...fee, unclear: fee.unclear ?? ('several-figures' as const) }))
}

function withoutDoubles(fees: readonly ProcedureFee[]): readonly ProcedureFee[] {
  return [...new Map(fees.map(fee => [JSON.stringify(fee), fee])).values()]
}
