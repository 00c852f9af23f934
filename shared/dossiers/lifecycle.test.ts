import { expect, test } from 'vitest'
import { nextState, printLifecycle } from './lifecycle.ts'

test('L20 the table, next to the law', () => {
  expect(`\n${printLifecycle()}\n`).toBe(`
                         none      received   refused  guided  withdrawn
dossier/corrected        ·         received   ·        ·       ·
dossier/dispute-settled  ·         received   refused  guided  withdrawn
dossier/form-printed     ·         received   refused  guided  withdrawn
dossier/note-added       ·         received   ·        ·       ·
dossier/page-looked-at   ·         received   refused  guided  withdrawn
dossier/pages-added      ·         received   ·        ·       ·
dossier/paper-attached   ·         received   ·        ·       ·
dossier/paper-detached   ·         received   ·        ·       ·
dossier/received         received  ·          ·        ·       ·
dossier/refused          refused   ·          ·        ·       ·
dossier/voided           ·         withdrawn  ·        ·       ·
guidance/given           guided    ·          ·        ·       ·
`)
})

test('L20 acts nobody knows lead nowhere', () => {
  expect(['dossier/forwarded', 'toString', '__proto__', ''].map(kind => nextState('received', kind))).toEqual([undefined, undefined, undefined, undefined])
})
