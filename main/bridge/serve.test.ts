import { expect, test } from 'vitest'
import { success } from '../../shared/base/result.ts'
import type { DeskApi } from '../../shared/bridge/main-api.ts'
import { isOurs, WINDOW_ADDRESS } from '../app/address.ts'
import { serve, type CallEvent } from './serve.ts'

type Answer = (event: CallEvent, ...args: unknown[]) => unknown

const OURS: CallEvent = { senderFrame: { url: WINDOW_ADDRESS } }

function open(desk: DeskApi) {
  const answers = new Map<string, Answer>()
  const bugs: unknown[] = []
  serve({ handle: (channel, answer) => { answers.set(channel, answer) } }, 'desk', desk, { isOurs, reportBug: error => bugs.push(error) })
  const ask = async (event: CallEvent, ...args: unknown[]): Promise<unknown> => answers.get('desk.do')?.(event, ...args)
  return { ask, channels: () => [...answers.keys()], bugs }
}

test('every method of a service answers on a channel of its own', async () => {
  const { ask, channels } = open({ do: async command => success([command] as never) })
  const command = { verb: 'dossier/receive', input: {} }
  expect(channels()).toEqual(['desk.do'])
  expect(await ask(OURS, command)).toEqual({ ok: true, value: [command] })
})

test('a stranger is refused before the service hears of it', async () => {
  let heard = 0
  const { ask } = open({ do: async () => { heard += 1; return success([]) } })
  const strangers = [null, { url: 'https://example.com/' }, { url: 'about:srcdoc' }, { url: 'app://evil/' }, { url: '' }]
  for (const senderFrame of strangers) await expect(ask({ senderFrame })).rejects.toThrow('called by a stranger')
  expect(heard).toBe(0)
})

test('a bug is told by its number alone', async () => {
  const bug = new Error('Something with a name in it')
  const { ask, bugs } = open({ do: async () => { throw bug } })
  expect(await ask(OURS, 1)).toEqual({ ok: false, problem: { code: 'program/failed', number: 1 } })
  expect(bugs).toEqual([bug])
})
