import { addDays, parseDay, type Day } from '../../../shared/base/day.ts'
import type { Find } from '../../state/find.ts'
import type { DaySpan, SearchFilter } from '../../store/search-question.ts'

/** What the index is asked: days as they are meant today; a typed day that is none is not asked for. */
export function findToFilter(find: Find, today: Day): SearchFilter {
  const received = receivedSpan(find, today)
  const due = dueSpan(find, today)
  return {
    ...chosen('state', find.state), ...chosen('field', find.field), ...chosen('procedure', find.procedure),
    ...chosen('holder', find.holder), ...chosen('channel', find.channel),
    ...(received !== undefined && { received }), ...(due !== undefined && { due }),
  }
}

/** Whether a text typed into a field of a range is neither empty nor a day. */
export function isNoDay(text: string): boolean {
  return text.trim() !== '' && parseDay(text) === undefined
}

function chosen(facet: 'state' | 'field' | 'procedure' | 'holder' | 'channel', value: string): SearchFilter {
  return value === '' ? {} : { [facet]: value }
}

function receivedSpan({ received, receivedFrom, receivedUntil }: Find, today: Day): DaySpan | undefined {
  switch (received) {
    case 'any': return undefined
    case 'today': return { from: today, until: today }
    case 'week': return { from: addDays(today, -6), until: today }
    case 'month': return { from: `${today.slice(0, 7)}-01`, until: today }
    case 'year': return { from: `${today.slice(0, 4)}-01-01`, until: today }
    case 'range': return typedSpan(receivedFrom, receivedUntil)
  }
}

/** Overdue, due today and due soon are what the desk counts: of open dossiers only. */
function dueSpan({ due, dueFrom, dueUntil }: Find, today: Day): SearchFilter['due'] {
  switch (due) {
    case 'any': return undefined
    case 'overdue': return { until: addDays(today, -1), isOpen: true }
    case 'today': return { from: today, until: today, isOpen: true }
    case 'week': return { from: today, until: addDays(today, 7), isOpen: true }
    case 'none': return 'none'
    case 'range': {
      const span = typedSpan(dueFrom, dueUntil)
      return span && { ...span, isOpen: false }
    }
  }
}

function typedSpan(fromText: string, untilText: string): DaySpan | undefined {
  const [from, until] = [parseDay(fromText), parseDay(untilText)]
  if (from === undefined && until === undefined) return undefined
  return { ...(from !== undefined && { from }), ...(until !== undefined && { until }) }
}
