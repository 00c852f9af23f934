import { addDays } from '../base/day.ts'
import type { Person } from '../people/person.ts'
import { between, chanceFrom, pick, type Chance } from './chance.ts'

/** So many invented people for practice, benches and tests; the same seed gives the same people. */
export function practicePeople(count: number, seed = 1): readonly Person[] {
  const chance = chanceFrom(seed)
  return Array.from({ length: count }, () => makePerson(chance))
}

/** Somebody who does not exist, with a personal number that agrees with sex and birth (NĐ 137/2015/NĐ-CP). */
export function makePerson(chance: Chance): Person {
  const sex = pick(chance, ['male', 'female'] as const)
  const bornOn = addDays('1945-01-01', between(chance, 0, 23_500))
  const century = bornOn < '2000-01-01' ? 0 : 2
  const place = pick(chance, PROVINCES)
  const personalNumber = `${place}${String(century + (sex === 'male' ? 0 : 1))}${bornOn.slice(2, 4)}${digits(chance, 6)}`
  return {
    name: makeName(chance, sex),
    personalNumber,
    bornOn,
    sex,
    phone: `0900${digits(chance, 6)}`,
    address: `${String(between(chance, 1, 250))} ${pick(chance, HAMLETS)}, xã Tập Huấn`,
  }
}

/** Before the mergers of 2025: Cần Thơ, Hậu Giang, Sóc Trăng, An Giang, Kiên Giang. */
const PROVINCES = ['092', '093', '094', '089', '091'] as const
const HAMLETS = ['ấp Mẫu', 'ấp Thực Hành', 'khu vực Ôn Tập', 'ấp Làm Thử', 'khu vực Ví Dụ'] as const
const FAMILY = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Huỳnh', 'Phan', 'Võ', 'Đặng', 'Bùi', 'Đỗ', 'Hồ', 'Ngô', 'Dương', 'Lý', 'Danh', 'Thạch', 'Kim', 'Sơn'] as const
const MIDDLE = {
  male: ['Văn', 'Hữu', 'Minh', 'Quốc', 'Thanh', 'Đức', 'Hoàng', 'Công', 'Phước'],
  female: ['Thị', 'Thị Kim', 'Thị Ngọc', 'Thị Mỹ', 'Thanh', 'Ngọc', 'Thị Hồng', 'Thị Bích'],
} as const
const GIVEN = {
  male: ['An', 'Bình', 'Cường', 'Dũng', 'Đạt', 'Giàu', 'Hải', 'Khánh', 'Lộc', 'Mẫn', 'Nghĩa', 'Phúc', 'Quý', 'Sang', 'Tài', 'Thuận', 'Trí', 'Vỹ'],
  female: ['Ẩm', 'Bé', 'Châu', 'Diễm', 'Đào', 'Giang', 'Hạnh', 'Hường', 'Lan', 'Loan', 'Mỹ', 'Ngân', 'Nhẫn', 'Phượng', 'Quyên', 'Thủy', 'Tuyết', 'Yến'],
} as const

function makeName(chance: Chance, sex: 'male' | 'female'): string {
  return `${pick(chance, FAMILY)} ${pick<string>(chance, MIDDLE[sex])} ${pick<string>(chance, GIVEN[sex])}`
}

function digits(chance: Chance, count: number): string {
  return Array.from({ length: count }, () => String(between(chance, 0, 9))).join('')
}
