import { BrowserWindow, type WebContents } from 'electron'
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
  window.removeMenu()
  zoomByKeys(window.webContents)
  window.once('ready-to-show', () => { window.show() })
  await window.loadURL(address)
  return window
}

/** Without a menu the zoom keys are ours to give: Ctrl with +, − and 0. */
function zoomByKeys(contents: WebContents): void {
  contents.on('before-input-event', (event, input) => {
    if (input.type !== 'keyDown' || !input.control || input.alt) return
    const step = ZOOM_STEPS[input.key]
    if (step === undefined) return
    event.preventDefault()
    contents.setZoomLevel(step === 0 ? 0 : Math.max(-2, Math.min(5, contents.getZoomLevel() + step)))
  })
}

const ZOOM_STEPS: Readonly<Record<string, number>> = { '+': 0.5, '=': 0.5, '-': -0.5, '0': 0 }
