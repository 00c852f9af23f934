import { expect, test } from 'vitest'
import { certifyingDesk, COPIES } from '../../../tests/builders/certifying-desk.ts'
import { sampleMoment, textOf } from '../../../tests/builders/paper-samples.ts'
import { refuseCertification } from '../../certification/refuse-certification.ts'
import { certificationRefusal } from './form.ts'

test('the paper of a refusal names the paper, the ground in the words of the law and its article', () => {
  const desk = certifyingDesk()
  desk.ask(moment => refuseCertification({
    person: { name: 'Lê Văn Vinh', personalNumber: '092190000456' }, procedure: COPIES, paperName: 'Bằng lái xe', ground: 'altered', note: 'Sửa năm sinh',
  }, moment))
  const [visit] = desk.visits()
  if (visit === undefined) throw new Error('Nothing was refused')
  const qrs: string[] = []
  const paper = textOf(certificationRefusal.layout(visit, { ...sampleMoment, qrSvg: text => { qrs.push(text); return '' } }).html)
  expect(paper).toContain('PHIẾU TỪ CHỐI CHỨNG THỰC')
  expect(paper).toContain('Giấy tờ, văn bản yêu cầu chứng thực: Bằng lái xe')
  expect(paper).toContain('Lý do: Bản chính bị tẩy xóa, sửa chữa, thêm, bớt nội dung không hợp lệ Căn cứ: NĐ 23/2015/NĐ-CP, Điều 22 khoản 1 Cụ thể: Sửa năm sinh')
  expect(qrs).toEqual(['|2.000815|092190000456|Phiếu từ chối chứng thực|Một Cửa|2026-11-20 10:45'])
})
