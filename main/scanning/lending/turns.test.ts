import { expect, onTestFinished, test } from 'vitest'
import type { Waiting } from '../drivers/driver.ts'
import { openTurns, type GiveBack, type Turns } from './turns.ts'

function ask(turns: Turns, device: string, seen: (string | null)[] = [], sheets: number | null = null) {
  const leaving = new AbortController()
  const onWait = (waiting: Waiting | null): void => { seen.push(waiting && `${waiting.by} ${String(waiting.sheetsLeft)}`) }
  const turn = turns.take({ device, desk: `Quầy ${device}`, sheetsLeft: () => sheets, signal: leaving.signal, onWait })
  let given: GiveBack | undefined
  void turn.then(give => { given = give })
  return { turn, leaving, has: async () => { await Promise.resolve(); await Promise.resolve(); return given !== undefined } }
}

function open(keepMs = 60_000): Turns {
  const turns = openTurns({ keepMs })
  onTestFinished(turns.stop)
  return turns
}

test('one desk at a time, in the order they asked, and each sees who has it', async () => {
  const turns = open()
  const seen: (string | null)[] = []
  const one = ask(turns, 'one', [], 7)
  const two = ask(turns, 'two')
  const three = ask(turns, 'three', seen)
  expect([await one.has(), await two.has(), await three.has()]).toEqual([true, false, false])
  ;(await one.turn)?.(false)
  ;(await two.turn)?.(false)
  expect(await three.has()).toBe(true)
  expect(seen).toEqual(['Quầy one 7', 'Quầy two null', null])
})

test('who goes away before its turn is passed over', async () => {
  const turns = open()
  const [one, two, three] = ['one', 'two', 'three'].map(device => ask(turns, device))
  two?.leaving.abort()
  expect(await two?.turn).toBe(undefined)
  ;(await one?.turn)?.(false)
  expect(await three?.has()).toBe(true)
})

test('sheets that are left in the feeder keep the turn, but not for ever', async () => {
  const turns = open(50)
  const one = ask(turns, 'one')
  const two = ask(turns, 'two')
  ;(await one.turn)?.(true)
  expect(await two.has()).toBe(false)
  const again = ask(turns, 'one')
  expect([await again.has(), await two.has()]).toEqual([true, false])
  ;(await again.turn)?.(true)
  await two.turn
  expect(await two.has()).toBe(true)
})

test('a turn is given back once', async () => {
  const turns = open()
  const [one, two, three] = ['one', 'two', 'three'].map(device => ask(turns, device))
  const give = await one?.turn
  give?.(false)
  give?.(false)
  expect([await two?.has(), await three?.has()]).toEqual([true, false])
})
