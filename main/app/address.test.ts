import fc from 'fast-check'
import { resolve, sep } from 'node:path'
import { expect, test } from 'vitest'
import { fileOf, isOurs, WINDOW_ADDRESS } from './address.ts'

const FOLDER = resolve('/program/renderer')

test('only the program itself is ours', () => {
  expect([WINDOW_ADDRESS, 'app://mot-cua/', 'app://mot-cua/index.html#/intake'].map(isOurs)).toEqual([true, true, true])
  const strangers = ['https://mot-cua/', 'app://mot-cua.evil/', 'app://evil/index.html', 'file:///index.html', 'about:srcdoc', 'about:blank', 'data:text/html,x', '', 'x']
  expect(strangers.filter(isOurs)).toEqual([])
})

test('an address names a file of the built window', () => {
  expect(fileOf(WINDOW_ADDRESS, FOLDER)).toBe(resolve(FOLDER, 'index.html'))
  expect(fileOf('app://mot-cua/', FOLDER)).toBe(resolve(FOLDER, 'index.html'))
  expect(fileOf('app://mot-cua/assets/x.js?v=1#a', FOLDER)).toBe(resolve(FOLDER, 'assets/x.js'))
})

test('no address leads out of the folder', () => {
  const outside = ['%2e%2e%2fmain/main.js', '..%2fmain%2fmain.js', '..%5cmain', '%00', '%', 'a/%2e%2e/%2e%2e%2f%2e%2e/etc/passwd', '%2e%2e%2frenderer-evil/x.js']
  expect(outside.filter(path => fileOf(`app://mot-cua/${path}`, FOLDER) !== undefined)).toEqual([])
  const part = fc.constantFrom('..', '.', '%2e%2e', '/', '%2f', '\\', '%5c', 'x', '%00', '//', '~')
  fc.assert(fc.property(fc.array(part, { maxLength: 12 }), parts => {
    const file = fileOf(`app://mot-cua/${parts.join('')}`, FOLDER)
    expect(file === undefined || file.startsWith(FOLDER + sep)).toBe(true)
  }))
})
