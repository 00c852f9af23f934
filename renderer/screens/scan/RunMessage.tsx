import { dayOfInstant, formatDay, formatTime } from '../../../shared/base/day.ts'
import type { Problem } from '../../../shared/base/result.ts'
import type { LeftHere, ScanTray } from '../../../shared/bridge/scanning-api.ts'
import { problemText } from '../../text/problems.ts'
import { scanText as t } from '../../text/scan.ts'
import { Button } from '../../ui/Button.tsx'
import { Message } from '../../ui/Message.tsx'
import type { TrayWork } from './use-tray-work.ts'

export interface RunMessageProps {
  readonly tray: ScanTray
  /** What stood in the way of the last thing asked. */
  readonly problem: Problem | null
  readonly work: TrayWork
}

/** What the scanner needs, what it does, and what was noticed; the gravest first, and only a jam is an alert. */
export function RunMessage({ tray, problem, work }: RunMessageProps) {
  const { run, notices } = tray
  const stop = <Button onClick={work.stop}>{t.stop}</Button>
  return (
    <>
      {run.state === 'stopped' && (
        <Message
          tone="late" role="alert" acts={<>
            <Button kind="main" shortcut="F5" onClick={work.scanOn}>{t.goOnFrom(run.sheets + 1)}</Button>
            <Button onClick={work.stop}>{t.stopHere}</Button>
          </>}
        >
          <Said problem={run.problem} />
        </Message>
      )}
      {run.state === 'ready' && (
        <Message
          tone="plain" role="status" acts={<>
            <Button kind="main" shortcut="F5" onClick={work.scanOn}>{t.goOnFrom(run.sheets + 1)}</Button>
            <Button onClick={work.stop}>{t.stopHere}</Button>
          </>}
        >
          {t.readyAgain(run.scanner, run.sheets)}
        </Message>
      )}
      {run.state === 'running' && <Message tone="plain" role="status" acts={stop}>{t.running(run.scanner, run.sheets)}</Message>}
      {run.state === 'waiting' && <Message tone="plain" role="status" acts={stop}>{t.waiting(run.by, run.sheetsLeft)}</Message>}
      {problem !== null && <Message tone="soon"><Said problem={problem} /></Message>}
      {tray.leftHere.map(left => <LeftMessage key={left.run} left={left} onTakeOver={work.takeOver} />)}
      {notices.slice(0, MOST_NOTICES).map(notice => <Message key={JSON.stringify(notice)} tone="soon"><Said problem={notice} /></Message>)}
    </>
  )
}

const MOST_NOTICES = 3

/** What another desk had scanned here and never fetched. */
function LeftMessage({ left, onTakeOver }: { readonly left: LeftHere, readonly onTakeOver: (left: LeftHere) => void }) {
  const { desk, sides, since } = left
  return (
    <Message tone="soon" acts={<Button onClick={() => { onTakeOver(left) }}>{t.leftHere.takeOver}</Button>}>
      <b>{t.leftHere.said(desk, sides, formatTime(since), formatDay(dayOfInstant(since)))}</b> {t.leftHere.todo}
    </Message>
  )
}

/** What happened in bold, then what is safe and what to do. */
function Said({ problem }: { readonly problem: Problem }) {
  const [first = '', ...rest] = problemText(problem).split(/(?<=\.) /)
  return <><b>{first}</b> {rest.join(' ')}</>
}
