import { expect, test } from 'vitest'
import { failure, success } from '../base/result.ts'
import { momentOf, office } from '../../tests/builders/moment.ts'
import { lookInTray } from './look-in-tray.ts'

test('U5 a look at a card that still lies in the tray is written down under the tray of this PC, with its reason', () => {
  const sha256 = '5'.repeat(64)
  expect(lookInTray({ sha256, reason: ' Đối chiếu  ảnh ' }, momentOf({}))).toEqual(success([
    { subject: `tray:${office.device}`, kind: 'tray/page-looked-at', body: { sha256, reason: 'Đối chiếu ảnh' } },
  ]))
  expect(lookInTray({ sha256, reason: ' ' }, momentOf({}))).toEqual(failure({ code: 'dossier/reason-missing' }))
})
