import { BrowserWindow } from 'electron'
import { WINDOW_ADDRESS } from './address.ts'

export interface WindowFiles {
  readonly preload: string
  readonly icon: string | undefined
}

/**
 * Opens the program's one window: sandboxed, isolated, without Node.
 *
 * Its page loads by itself. A person may close the window before that is done, which is no bug; any other failure is reported.
 */
export function openWindow({ preload, icon }: WindowFiles, reportBug: (error: unknown) => void): BrowserWindow {
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
  window.loadURL(WINDOW_ADDRESS).catch((error: unknown) => {
    if (!window.isDestroyed()) reportBug(error)
  })
  return window
}
