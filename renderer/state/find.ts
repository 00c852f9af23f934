import { create } from 'zustand'

/** What stands in the search field of the top bar; the search screen lists what fits it. */
export const useFind = create<{ readonly text: string }>(() => ({ text: '' }))

export function setFindText(text: string): void {
  useFind.setState({ text })
}
