import { contextBridge, ipcRenderer, webUtils } from 'electron'

type Listen = (facts: unknown) => void

/**
 * All the window can reach of the machine: ask on a channel, listen to what is told, and where dropped files lie.
 *
 * Who may ask is checked in main/bridge.
 */
contextBridge.exposeInMainWorld('keyhole', {
  call: (channel: string, args: readonly unknown[]): Promise<unknown> => ipcRenderer.invoke(channel, ...args),
  on: (event: string, listen: Listen): (() => void) => {
    const pass = (_event: unknown, facts: unknown): void => { listen(facts) }
    ipcRenderer.on(event, pass)
    return () => { ipcRenderer.removeListener(event, pass) }
  },
  /** Only files a person dropped have a path; the window cannot make one up. */
  pathsOf: (files: readonly File[]): readonly string[] => files.map(file => webUtils.getPathForFile(file)).filter(path => path !== ''),
})
