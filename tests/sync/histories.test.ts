import { expect, test } from 'vitest'
import { histories } from '../faults/histories.ts'

test('a hundred random histories of five PCs and a bad line end the same everywhere, with nothing lost and nothing twice', async () => {
  const figures = await histories({ runs: 100, seed: 20261125, say: line => { console.log(line) } })
  expect(figures).toMatchObject({ histories: 100, diverged: 0, lost: 0, twice: 0, numbersTwice: 0, falseGreen: 0 })
})
