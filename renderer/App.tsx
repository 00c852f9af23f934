import { useEffect, useState } from 'react'
import { report } from './ask.ts'
import { ErrorBoundary } from './parts/ErrorBoundary.tsx'
import { Frame } from './parts/Frame.tsx'
import { useIdleLock } from './parts/use-idle-lock.ts'
import { findPlace, places } from './routes.tsx'
import { FirstStart } from './screens/first-start/FirstStart.tsx'
import { PracticeStart } from './screens/first-start/PracticeStart.tsx'
import { SignInScreen } from './screens/sign-in/SignInScreen.tsx'
import { followCity } from './state/follow-city.ts'
import { loadOffice, useOffice } from './state/office.ts'
import { usePlace } from './state/place.ts'
import { followProgram, useProgram } from './state/program.ts'
import { loadSession, useSession } from './state/session.ts'
import { followTray } from './state/scan-tray.ts'
import { followSync } from './state/sync.ts'
import { applyZoom } from './state/zoom.ts'
import { openStore } from './store/open-store.ts'
import { shell } from './text/shell.ts'

/** First start, sign-in, or the place one is in; a bug in any of them ends in one calm sentence. */
export function App() {
  return <ErrorBoundary><Window /></ErrorBoundary>
}

/** However busy the window is. */
const LATEST_STORE_MS = 2_000

function Window() {
  const office = useOffice()
  const { who, loaded } = useSession()
  const isTraining = useProgram(({ state }) => state?.training)
  const [failure, setFailure] = useState<Error | null>(null)
  useEffect(() => {
    Promise.all([loadOffice(), loadSession()]).catch((reason: unknown) => { setFailure(reason instanceof Error ? reason : new Error('The machine did not answer', { cause: reason })) })
    return followProgram(reason => { void report(reason) })
  }, [])
  useEffect(() => followCity(reason => { void report(reason) }), [])
  useEffect(() => followTray(reason => { void report(reason) }), [])
  useEffect(() => followSync(reason => { void report(reason) }), [])
  useEffect(() => { if (who !== null) void applyZoom(who.id) }, [who])
  const stands = office.loaded && loaded && isTraining !== undefined
  const isOpen = stands && office.view !== null
  useEffect(() => {
    if (!isOpen) return undefined
    // Who may sign in is painted first.
    const idle = requestIdleCallback(openStore, { timeout: LATEST_STORE_MS })
    return () => { cancelIdleCallback(idle) }
    // Told anew of its office again and again, as by a city that sends much, it would wait for ever.
  }, [isOpen])

  if (failure !== null) throw failure
  if (!stands) return <main className="opening"><p role="status">{shell.opening}</p></main>
  if (office.view === null) return isTraining ? <PracticeStart /> : <FirstStart />
  if (who === null) return <SignInScreen />
  return <SignedIn />
}

function SignedIn() {
  const { id, subject, move } = usePlace()
  useIdleLock()
  const place = findPlace(id)
  return (
    <Frame places={places.filter(entry => entry.hidden !== true)}>
      {place !== undefined && <place.Screen key={`${place.id} ${subject ?? ''} ${String(move)}`} />}
    </Frame>
  )
}
