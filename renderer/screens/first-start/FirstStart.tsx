import { useState } from 'react'
import { EnrolScreen } from './EnrolScreen.tsx'
import { FirstStartScreen } from './FirstStartScreen.tsx'

/** The city's code first; without one the PC is opened by those who work here. */
export function FirstStart() {
  const [isAlone, setAlone] = useState(false)
  return isAlone ? <FirstStartScreen onEnrol={() => { setAlone(false) }} /> : <EnrolScreen onAlone={() => { setAlone(true) }} />
}
