import { expect, test } from 'vitest'
import { sampleMoment, sampleReceived, textOf } from '../../../tests/builders/paper-samples.ts'
import { shelfLabel } from './form.ts'

test('a label has the last four digits, the whole code, whose dossier it is and when it is due', () => {
  expect(textOf(shelfLabel.layout([sampleReceived], sampleMoment).html)).toBe([
    '0432 H13.064-261120-0432 NGUYỄN THỊ ẨM Thủ tục cấp Giấy xác nhận tình trạng hôn nhân. Cấp lại. Dùng để đăng ký kết hôn Hẹn trả: 26/11/2026',
  ].join(' '))
})

test('labels fill sheet after sheet, fourteen on A4 and five on A5', () => {
  const sheets = (size: 'A4' | 'A5'): number =>
    shelfLabel.layout(Array.from({ length: 15 }, () => sampleReceived), { ...sampleMoment, size }).html.match(/class="labels"/g)?.length ?? 0
  expect([sheets('A4'), sheets('A5')]).toEqual([2, 3])
})
