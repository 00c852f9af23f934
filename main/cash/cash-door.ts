import type { Act } from '../../shared/acts/act.ts'
import { dayOfInstant } from '../../shared/base/day.ts'
import { failure, success } from '../../shared/base/result.ts'
import type { CashApi } from '../../shared/bridge/cash-api.ts'
import { cashSubject } from '../../shared/cash/act-bodies.ts'
import { expectedIn, type Drawer } from '../../shared/cash/drawer.ts'
import { lastCount, type CountedCash } from '../../shared/cash/last-count.ts'
import type { User } from '../../shared/users/user.ts'

export interface CashTools {
  readonly user: () => User | undefined
  readonly device: string
  readonly drawerOf: (userId: string) => Drawer
  readonly actsOf: (subject: string) => Promise<readonly Act[]>
  /** UTC, ms. */
  readonly now: () => string
}

/** What lies in the drawer of whoever is at the desk. */
export function openCashDoor(tools: CashTools): CashApi {
  return {
    drawer: async () => {
      const user = tools.user()
      if (user === undefined) return failure({ code: 'session/nobody' })
      const { since, collected, refunded } = tools.drawerOf(user.id)
      const countedToday = await countOfToday(tools) ?? null
      return success({ since, collected, refunded, expected: expectedIn({ collected, refunded }), countedToday })
    },
  }
}

/** The last count today of whoever is at the desk; what an earlier day's shift handed over is no matter of this one. */
export async function countOfToday({ user, device, actsOf, now }: CashTools): Promise<CountedCash | undefined> {
  const author = user()
  if (author === undefined) return undefined
  const count = lastCount(await actsOf(cashSubject(device, author.id)))
  return count !== undefined && dayOfInstant(count.at) === dayOfInstant(now()) ? count : undefined
}
