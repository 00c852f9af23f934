import { join } from 'node:path'
import { trainingPlace } from '../shared/training/training-place.ts'
import { startCityProcess } from '../tests/builders/city-process.ts'
import { bundle } from './bundle.ts'
import { ADMINISTRATOR, firstPassword } from './city/first-password.ts'
import { PRACTICE_CITY, withOwnCity } from './city/own-city.ts'
import { appointPractice, hasDevices, PRACTICE_PEOPLE, writeEnrolFile } from './city/practice.ts'
import { hasDisplay, runSeen, runWithDisplay } from './display.ts'
import { electronPath, sandboxArguments } from './electron.ts'
import { CACHE, DIST, PROJECT } from './folders.ts'

const PRACTICE = join(CACHE, 'practice')
/** Always the same: a PC remembers where its city is. */
const PORT = Number(process.env['PORT'] ?? '8137')

/** Opens the program with a practice city beside it; on a machine without a display, lives one day in a virtual one instead. */
async function start(args: readonly string[]): Promise<number> {
  const electron = await electronPath()
  await bundle()
  return hasDisplay() ? practise(electron, args) : rehearse()
}

/** The practice city on loopback and one desk that is enrolled with it; both keep what they hold for the next time. */
async function practise(electron: string, args: readonly string[]): Promise<number> {
  const place = { data: join(PRACTICE, 'city'), address: `http://127.0.0.1:${String(PORT)}` }
  const enrolFile = join(PRACTICE, 'enrol.json')
  const password = await withOwnCity(place, async city => {
    await appointPractice(city, trainingPlace.unit)
    const desk = { unit: trainingPlace.unit, desk: 'Quầy 1', training: true }
    if (!await hasDevices(city, trainingPlace.unit)) await writeEnrolFile(city, enrolFile, desk)
    return firstPassword(city)
  })
  const city = await startCityProcess({ ...place, port: PORT, env: { MOT_CUA_CITY: PRACTICE_CITY } })
  console.log(`The practice city: ${city.address}${password === undefined ? '' : `, first administrator, told this once: ${ADMINISTRATOR} / ${password}`}`)
  for (const { name, pin } of PRACTICE_PEOPLE) console.log(`At the desk: ${name}, PIN ${pin}`)
  try {
    const data = args.some(arg => arg.startsWith('--data-dir=')) ? [] : [`--data-dir=${join(PRACTICE, 'desk')}`]
    return await runSeen(electron, [...sandboxArguments(), PROJECT, ...data, `--enrol=${enrolFile}`, ...args])
  } finally {
    await city.stop()
  }
}

async function rehearse(): Promise<number> {
  const out = join(DIST, 'day')
  console.log('There is no display here. Living one day of an office in a virtual one instead.')
  const code = await runWithDisplay(process.execPath, [join(PROJECT, 'build/day.ts'), '--out', out])
  console.log(`The receipts are in ${join(out, 'receipts')}, the screens in ${join(out, 'screens')}.`)
  return code
}

process.exitCode = await start(process.argv.slice(2))
