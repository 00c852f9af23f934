import { BrowserWindow } from 'electron'
import { WINDOW_ADDRESS } from './address.ts'

export interface WindowFiles {
  readonly preload: string
  readonly icon: string | undefined
}

/** Opens the program's one window: sandboxed, isolated, without Node. Resolves once its page is loaded. */
export async function openWindow({ preload, icon }: WindowFiles, address = WINDOW_ADDRESS): Promise<BrowserWindow> {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    backgroundColor: '#ffffff',
    ...(icon === undefined ? {} : { icon }),
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    },
  })
  // No menu, no shortcuts but the screen's own.
  window.removeMenu()
  window.once('ready-to-show', () => { window.show() })
  await window.loadURL(address)
  return window
}
