import type { Person } from '../../shared/people/person.ts'
import { practicePeople } from '../../shared/training/practice-people.ts'
import type { Visit } from './intake.ts'

/** What a planned visit is besides its person; `of` names an earlier visit of the morning whose person comes back. */
type Errand = Omit<Visit, 'person'> & { readonly of?: number }

const COPIES: Errand = { letters: 'chung thuc ban sao', outcome: 'receive' }
const LAND: Errand = { letters: '1.013978', outcome: 'receive' }
const REFUSED: Errand = { letters: 'ket hon', outcome: 'refuse', reason: 'Không thuộc thẩm quyền của đơn vị này, người nộp cư trú ở tỉnh khác.' }
const GUIDED: Errand = { letters: 'khai tu', outcome: 'guidance', reason: 'Nộp thêm Giấy báo tử.' }
/** Birth, residence and insurance in one: four papers to hand in, by somebody the office has met today. */
const KNOWN: Errand = { letters: 'ltks', outcome: 'receive', of: 0 }
const BIRTH: Errand = { letters: 'khai sinh', outcome: 'receive' }

const MORNING = [COPIES, LAND, REFUSED, GUIDED, KNOWN]
const LATER = [BIRTH, COPIES, LAND]

/** One day's visits. */
export interface DayPlan {
  readonly morning: readonly PlannedVisit[]
  /** Begun in the morning, cut by the pulled plug, received after 15:00. */
  readonly late: Visit
}

export interface PlannedVisit extends Visit {
  /** Somebody the office has met today, with four papers: the intake whose presses are promised. */
  readonly isKnown: boolean
}

/** So many visits, the same for the same seed. */
export function planDay(count: number, seed: number): DayPlan {
  const people = practicePeople(count, seed)
  const person = (place: number): Person => {
    const found = people[place]
    if (found === undefined) throw new Error(`Nobody was made for place ${String(place)}`)
    return found
  }
  const morning = Array.from({ length: count - 1 }, (_, i): PlannedVisit => {
    const { of, ...errand } = MORNING[i] ?? LATER[i % LATER.length] ?? BIRTH
    return { ...errand, person: person(of ?? i), isKnown: of !== undefined }
  })
  return { morning, late: { ...BIRTH, person: person(count - 1) } }
}
