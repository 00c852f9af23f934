import { expect, test } from 'vitest'
import { inAskedOrder } from './in-asked-order.ts'

function openQuestions() {
  const order = inAskedOrder()
  const shown: string[] = []
  const ask = (answer: Promise<string>): Promise<void> => order.ask(() => answer, text => { shown.push(text) })
  return { ...order, ask, shown }
}

test('an answer that a later one has overtaken is not shown', async () => {
  const { ask, shown } = openQuestions()
  const [first, second] = [Promise.withResolvers<string>(), Promise.withResolvers<string>()]
  const [came, cameLater] = [ask(first.promise), ask(second.promise)]
  second.resolve('second')
  await cameLater
  first.resolve('first')
  await came
  await ask(Promise.resolve('third'))
  expect(shown).toEqual(['second', 'third'])
})

test('what was asked before something changed here comes too late', async () => {
  const { ask, outdate, shown } = openQuestions()
  const before = Promise.withResolvers<string>()
  const came = ask(before.promise)
  outdate()
  before.resolve('nobody')
  await came
  await ask(Promise.resolve('somebody'))
  expect(shown).toEqual(['somebody'])
})

test('a question that fails is told to whoever asked, and the next answer is shown', async () => {
  const { ask, shown } = openQuestions()
  await expect(ask(Promise.reject(new Error('Gone')))).rejects.toThrow('Gone')
  await ask(Promise.resolve('there'))
  expect(shown).toEqual(['there'])
})
