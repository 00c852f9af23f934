import { contextBridge, ipcRenderer } from 'electron'

type Listen = (facts: unknown) => void

/** All the window can reach of the machine: ask on a channel, listen to what is told. Who may ask is checked in main/bridge. */
contextBridge.exposeInMainWorld('keyhole', {
  call: (channel: string, args: readonly unknown[]): Promise<unknown> => ipcRenderer.invoke(channel, ...args),
  on: (event: string, listen: Listen): (() => void) => {
    const pass = (_event: unknown, facts: unknown): void => { listen(facts) }
    ipcRenderer.on(event, pass)
    return () => { ipcRenderer.removeListener(event, pass) }
  },
})
