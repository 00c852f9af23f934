import { BrowserWindow, session, type Session, type WebContents } from 'electron'

/** A hidden page on which one paper at a time is laid out. */
export interface PaperWindow {
  /** Lays the paper out, then lets the work have it; papers wait for one another. */
  readonly withPaper: <T>(html: string, work: (contents: WebContents) => Promise<T>) => Promise<T>
  /** The page itself, for questions that need no paper. */
  readonly contents: () => WebContents
  readonly close: () => void
}

const PAPER_URL = 'paper://now/'

/**
 * The hidden window in which papers become ink: sandboxed, without scripts, without network.
 *
 * It is made at the first paper and kept, because a new one costs half a second.
 */
export function makePaperWindow(): PaperWindow {
  const shown: { html: string, window: BrowserWindow | undefined } = { html: '', window: undefined }
  let last: Promise<unknown> = Promise.resolve()

  const openWindow = (): BrowserWindow => {
    if (shown.window !== undefined && !shown.window.isDestroyed() && !shown.window.webContents.isCrashed()) return shown.window
    shown.window?.destroy()
    shown.window = new BrowserWindow({
      show: false,
      webPreferences: {
        session: paperSession(() => shown.html),
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        javascript: false,
        spellcheck: false,
        // Numbers the pages of a book in the margins of its sheets; Chromium has it on by itself from 131 on.
        enableBlinkFeatures: 'PageMarginBoxes',
      },
    })
    shown.window.webContents.setWindowOpenHandler(() => ({ action: 'deny' }))
    return shown.window
  }

  return {
    withPaper: (html, work) => {
      const turn = last.then(async () => {
        const { webContents } = openWindow()
        shown.html = html
        await webContents.loadURL(PAPER_URL)
        return work(webContents)
      })
      last = turn.catch(() => undefined)
      return turn
    },
    contents: () => openWindow().webContents,
    close: () => shown.window?.destroy(),
  }
}

/** A session of its own, in memory, that answers with the paper and with nothing else. */
function paperSession(html: () => string): Session {
  const papers = session.fromPartition('papers', { cache: false })
  if (papers.protocol.isProtocolHandled('paper')) papers.protocol.unhandle('paper')
  papers.protocol.handle('paper', () => new Response(html(), { headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' } }))
  papers.webRequest.onBeforeRequest((request, answer) => answer({ cancel: !/^(paper|data):/.test(request.url) }))
  papers.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  return papers
}
