import { normalise } from '../../shared/base/text.ts'
import type { Channel, ProcedureLimit } from '../../shared/procedures/procedure.ts'
import { splitNote } from './notes.ts'
import type { OverlayEntry, PortalChannel } from './portal.ts'

const UNITS = { 'Ngày làm việc': 'working-days', 'Ngày': 'days', 'Giờ': 'hours' } as const

/**
 * The limits of a procedure, one for each way and figure.
 *
 * Clear is only what the source says once: a figure with a unit, the same on every row. Everything else
 * keeps what the source shows and says why it does not settle the matter; nothing is guessed.
 */
export function toLimits(rows: readonly PortalChannel[], overlay: OverlayEntry | undefined): readonly ProcedureLimit[] {
  const limits = withoutDoubles(rows.map(toLimit))
  if (overlay?.limit !== undefined) return overlayLimits(limits, overlay.limit, overlay.limitNote)
  const figures = new Set(limits.map(({ limit }) => JSON.stringify(limit)))
  return figures.size < 2 ? limits : limits.map(oneOfSeveral)
}

export function toChannel(name: string): Channel {
  if (name === 'Trực tiếp') return 'direct'
  if (name === 'Trực tuyến') return 'online'
  if (name === 'Dịch vụ bưu chính') return 'post'
  throw new Error(`Unknown way of filing: ${name}`)
}

function toLimit(row: PortalChannel): ProcedureLimit {
  const { timeNote } = splitNote(row.note)
  const note = timeNote === '' ? {} : { note: timeNote }
  const channel = toChannel(row.channel)
  if (row.time === null) return { channel, limit: null, unclear: 'blank', ...note }
  const unit = UNITS[normalise(row.unit ?? '') as keyof typeof UNITS] as (typeof UNITS)[keyof typeof UNITS] | undefined
  if (unit === undefined || row.time === '0') return { channel, limit: null, unclear: 'no-unit', stated: normalise(`${row.time} ${row.unit ?? ''}`), ...note }
  return { channel, limit: { count: Number(row.time), unit }, ...note }
}

function oneOfSeveral(row: ProcedureLimit): ProcedureLimit {
  if (row.unclear !== undefined || row.limit === null) return row
  const { count, unit } = row.limit
  const unitName = Object.keys(UNITS).find(name => UNITS[name as keyof typeof UNITS] === unit) ?? ''
  return { ...row, unclear: 'several-figures', stated: `${String(count)} ${unitName.toLowerCase()}` }
}

/** The overlay is certain for every way; the source's notes stay. */
function overlayLimits(limits: readonly ProcedureLimit[], limit: NonNullable<OverlayEntry['limit']>, note: string | undefined): readonly ProcedureLimit[] {
  const channels = [...new Set(limits.map(({ channel }) => channel))]
  return channels.map(channel => ({ channel, limit, ...(note === undefined ? {} : { note }), source: 'overlay' }))
}

function withoutDoubles(limits: readonly ProcedureLimit[]): readonly ProcedureLimit[] {
  return [...new Map(limits.map(limit => [JSON.stringify(limit), limit])).values()]
}
