import { create } from 'zustand'

/** Whether the help stands beside the work. */
export const useHelp = create<{ readonly open: boolean; readonly toggle: () => void }>(set => ({
  open: false,
  toggle: () => { set(({ open }) => ({ open: !open })) },
}))
