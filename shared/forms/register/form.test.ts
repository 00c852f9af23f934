import { expect, test } from 'vitest'
import { sampleReport } from '../../../tests/builders/life-samples.ts'
import { sampleMoment, textOf } from '../../../tests/builders/paper-samples.ts'
import { register } from './form.ts'

test('a report bears its own title, its filter and its sums', () => {
  const paper = textOf(register.layout(sampleReport, sampleMoment).html)
  expect(paper.slice(paper.indexOf('TÌNH HÌNH'), paper.indexOf('NGƯỜI LẬP')).trim()).toBe([
    'TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH Đơn vị: Phường Cái Răng Từ ngày 01/11/2026 đến ngày 30/11/2026 Kênh: trực tiếp',
    'TT Lĩnh vực 3. Tiếp nhận 7. Đã giải quyết 1 Đất đai 12 5 2 Hộ tịch 1204 1190 Tổng số 1216 1195',
  ].join(' '))
})
