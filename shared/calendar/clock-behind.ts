import { dayOfInstant } from '../base/day.ts'

/** Whether this PC's day is before the day of the newest act in its journal; instants are UTC with ms (rule T16). */
export function isClockBehind({ at, newestActAt }: { readonly at: string; readonly newestActAt: string | undefined }): boolean {
  return newestActAt !== undefined && dayOfInstant(at) < dayOfInstant(newestActAt)
}
