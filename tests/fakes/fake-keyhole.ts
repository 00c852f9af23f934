import { fakeMain, type Scenario } from './fake-main.ts'

declare global {
  interface Window {
    readonly scenario?: Scenario
  }
}

/** Stands where the preload stands, before the page's own scripts. */
const main = fakeMain(window.scenario ?? {}) as unknown as Record<string, Record<string, (...args: unknown[]) => Promise<unknown>>>

Object.defineProperty(window, 'keyhole', {
  value: {
    call: async (channel: string, args: readonly unknown[]) => {
      const [service = '', method = ''] = channel.split('.')
      return main[service]?.[method]?.(...args)
    },
    on: () => () => undefined,
  },
})
