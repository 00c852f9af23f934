import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { argumentsFor, choosePlaces } from './paths.ts'

const appFolder = resolve('/home/clerk/.config')

test('the data folder is the one named at the start, else the one of the surroundings, else the program\'s own', () => {
  const chosen = (args: readonly string[], env: Record<string, string> = {}) => choosePlaces({ args, env, appFolder }).root
  expect(chosen([])).toBe(join(appFolder, 'mot-cua'))
  expect(chosen([], { MOT_CUA_DATA: '/env' })).toBe(resolve('/env'))
  expect(chosen(['--data-dir=/here'], { MOT_CUA_DATA: '/env' })).toBe(resolve('/here'))
  expect(chosen(['--data-dir='])).toBe(join(appFolder, 'mot-cua'))
})

test('training is another root: everything it keeps lies under it', () => {
  const places = choosePlaces({ args: ['--data-dir=/here', '--training'], env: {}, appFolder })
  const root = resolve('/here/training')
  expect(places).toEqual({ root, isTraining: true, window: join(root, 'window'), logs: join(root, 'logs') })
})

test('entering and leaving training keeps the other arguments', () => {
  const entered = argumentsFor(['--data-dir=/here'], true)
  expect(entered).toEqual(['--data-dir=/here', '--training'])
  expect(argumentsFor(entered, true)).toEqual(entered)
  expect(argumentsFor(entered, false)).toEqual(['--data-dir=/here'])
})
