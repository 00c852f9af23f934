import { useEffect, useRef, useState } from 'react'
import { main } from '../../main-api.ts'
import { addressOf, doInTray, useScanTray } from '../../state/scan-tray.ts'
import { pagesText } from '../../text/pages.ts'
import { problemText } from '../../text/problems.ts'
import { scanText } from '../../text/scan.ts'
import { Button } from '../../ui/Button.tsx'
import { Message } from '../../ui/Message.tsx'

const t = scanText.setUp

/** One page through the chosen scanner, shown here when it has come; it lies in the tray with the others. */
export function TestPage() {
  const tray = useScanTray(state => state.tray)
  const [before, setBefore] = useState<ReadonlySet<string> | null>(null)
  const came = before === null ? [] : tray?.pages.filter(({ id, aside }) => !before.has(id) && aside !== 'taken-out') ?? []
  const [page] = came
  const run = tray?.run
  const box = useRef<HTMLDivElement>(null)
  const told = before === null ? '' : `${run?.state ?? ''} ${page?.state ?? ''}`
  useEffect(() => { if (told !== '') box.current?.scrollIntoView({ block: 'nearest' }) }, [told])
  async function test(): Promise<void> {
    setBefore(new Set(tray?.pages.map(({ id }) => id)))
    const started = await doInTray(() => main.scanning.start({ into: null, goOn: null, instead: null, oneSheet: true }))
    if (!started.ok) setBefore(null)
  }
  async function drop(): Promise<void> {
    await doInTray(() => main.scanning.takeOut(came.map(({ id }) => id)))
    setBefore(null)
  }
  return (
    <div className="test-page" ref={box}>
      <p className="row"><Button onClick={() => { void test() }}>{t.test}</Button> <span className="small muted">{t.testHint}</span></p>
      {run?.state === 'stopped' && before !== null && <Message tone="soon" role="status">{problemText(run.problem)}</Message>}
      <p role="status" className="small">{before !== null && run?.state === 'running' ? t.testing : page?.state === 'ready' ? t.tested : ''}</p>
      {page?.state === 'ready' && (
        <div className="tested">
          {page.page?.sensitive === true ? <span className="muted small">{pagesText.cardImage}</span> : <img src={addressOf(page)} alt={t.testPicture} />}
          <Button size="small" onClick={() => { void drop() }}>{t.dropTest}</Button>
        </div>
      )}
    </div>
  )
}
