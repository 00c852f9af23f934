import { expect, test } from 'vitest'
import { DEFAULT_SETTINGS } from '../../../shared/units/city-settings.ts'
import { SETTING_NAMES, showSetting } from './published-values.ts'

test('every setting the city can publish is told in words, as the law or the office has it until then', () => {
  expect(SETTING_NAMES.map(name => showSetting(name, DEFAULT_SETTINGS, '31135'))).toEqual([
    'Tính lại từ đầu', 'Không có', 'Không có', 'Theo chữ trên giấy của đơn vị', 'Ghi tại quầy', 'Theo bản trong chương trình', 'Theo bản trong chương trình',
    'Theo bản trong chương trình',
  ])
  expect([...SETTING_NAMES].sort()).toEqual(Object.keys(DEFAULT_SETTINGS).sort())
})

test('what the city published is told as this unit reads it', () => {
  const settings = {
    ...DEFAULT_SETTINGS, cityRoles: ['leader', 'later-role'], places: { '31135': 'Ninh Kiều' }, plans: { apology: {} }, receiptParts: ['Liên 1: Lưu', 'Liên 2: Giao người nộp'],
    signers: { '31135': [{ name: 'Lê Văn Bình', title: 'Phó Chủ tịch' }] }, certificationWords: [{ source: 'TT 01/2020/TT-BTP' }, { source: 'TT 01/2020/TT-BTP' }, 7],
  }
  expect(SETTING_NAMES.map(name => showSetting(name, settings, '31135')).slice(2)).toEqual([
    'Lãnh đạo', 'Ninh Kiều', 'Lê Văn Bình, Phó Chủ tịch', 'Theo TT 01/2020/TT-BTP', 'Liên 1: Lưu; Liên 2: Giao người nộp', '1 mẫu giấy',
  ])
  expect(showSetting('signers', settings, '31117')).toBe('Ghi tại quầy')
})
