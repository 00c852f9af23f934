import { findUnit } from '../units/unit.ts'
import type { Life } from './life.ts'

/** By what the rows of a report are told apart. */
export interface Grouping {
  readonly name: 'channel' | 'clerk' | 'delay-reason' | 'field' | 'procedure' | 'unit'
  readonly title: string
  /** Two dossiers of one key stand in one row; the newest name is shown. */
  readonly groupOf: (life: Life) => { readonly key: string; readonly name: string }
}

const CHANNELS = { direct: 'Trực tiếp', online: 'Trực tuyến', post: 'Bưu chính' } as const

export const GROUPINGS: readonly Grouping[] = [
  { name: 'channel', title: 'Kênh tiếp nhận', groupOf: ({ channel }) => ({ key: channel, name: CHANNELS[channel] }) },
  { name: 'clerk', title: 'Người tiếp nhận', groupOf: ({ clerk }) => ({ key: clerk, name: clerk }) },
  { name: 'delay-reason', title: 'Lĩnh vực và nguyên nhân quá hạn', groupOf: byDelayReason },
  { name: 'field', title: 'Lĩnh vực', groupOf: ({ field }) => ({ key: field, name: field }) },
  { name: 'procedure', title: 'Thủ tục', groupOf: ({ procedureCode, procedureName }) => ({ key: procedureCode, name: procedureName }) },
  { name: 'unit', title: 'Đơn vị', groupOf: ({ unit }) => ({ key: unit, name: findUnit(unit)?.name ?? unit }) },
]

/** The grouping that has this name. */
export function getGrouping(name: Grouping['name']): Grouping {
  const grouping = GROUPINGS.find(each => each.name === name)
  if (grouping === undefined) throw new Error('No such grouping')
  return grouping
}

/** One row a field and reason: what was said is told apart as it was written, but for its letters' size. */
function byDelayReason({ field, delayReason }: Life): { readonly key: string, readonly name: string } {
  const reason = delayReason ?? 'Chưa ghi nguyên nhân'
  return { key: JSON.stringify([field, reason.toLocaleLowerCase('vi')]), name: `${field} · ${reason}` }
}
