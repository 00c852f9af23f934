import { success } from '../../shared/base/result.ts'
import { DEFAULT_HOURS } from '../../shared/calendar/working-hours.ts'
import { NATIONAL_CALENDAR } from '../../shared/calendar/national-calendar.ts'
import { EMPTY_DRAWER } from '../../shared/cash/drawer.ts'
import type { DeskMoment } from '../../shared/desk/command.ts'
import type { Catalogue } from '../../shared/procedures/catalogue.ts'
import type { Procedure } from '../../shared/procedures/procedure.ts'
import { DEFAULT_SETTINGS } from '../../shared/units/city-settings.ts'
import type { Office } from '../../shared/units/office.ts'
import type { User } from '../../shared/users/user.ts'

const pin = { algorithm: 'scrypt' as const, cost: 2, salt: '0'.repeat(32), hash: '1'.repeat(64) }

export const clerkAn: User = { id: 'an', name: 'Nguyễn Thị Ẩm', roles: ['clerk'], pin }
export const directorBinh: User = { id: 'binh', name: 'Lê Văn Bình', roles: ['director'], pin }

export const office: Office = {
  unit: '31135', unitName: 'Phường Ninh Kiều', device: 'pc-0123456789ab', desk: 'Quầy 1', training: false,
  codePattern: { prefix: 'H13', unitPart: '002', width: 4 }, numberRange: { from: 1, to: 500 },
  header: { parentAgency: 'Ủy ban nhân dân phường Ninh Kiều', agency: 'Trung tâm Phục vụ hành chính công', place: 'Ninh Kiều', address: '', phone: '', lookupLink: '' },
}

/** Small procedures: everything clear, limit and fee unclear, a tariff by pages, suspended, no longer valid, a linked one and its parts. */
export const catalogue: Catalogue = {
  version: '2026-07',
  procedures: [
    procedure({ code: '1.000001', name: 'Đăng ký khai sinh' }),
    procedure({
      code: '1.000002', name: 'Thủ tục chưa rõ',
      limits: [{ channel: 'direct', limit: null, unclear: 'blank' }], fees: [{ channel: 'direct', amount: null, unclear: 'council-decides' }],
    }),
    procedure({
      code: '2.000815', name: 'Chứng thực bản sao từ bản chính',
      limits: [{ channel: 'direct', limit: { count: 0, unit: 'same-day' } }], fees: [{ channel: 'direct', amount: null, tariff: 'copy-pages' }],
    }),
    procedure({ code: '1.000003', name: 'Thủ tục tạm dừng', suspendedFrom: '2026-11-01' }),
    procedure({ code: '1.000004', name: 'Thủ tục bãi bỏ', validUntil: '2026-11-24' }),
    procedure({
      code: '2.000986', name: 'Liên thông khai sinh, thường trú, thẻ bảo hiểm y tế', limits: [{ channel: 'direct', limit: { count: 20, unit: 'days' } }],
    }),
    procedure({ code: '1.001193', name: 'Đăng ký khai sinh', limits: [{ channel: 'direct', limit: { count: 0, unit: 'same-day' } }] }),
    procedure({ code: '1.004222', name: 'Đăng ký thường trú', limits: [{ channel: 'direct', limit: { count: 7, unit: 'working-days' } }] }),
  ],
}

/** Wednesday 25 November 2026, 09:00 in Vietnam, at desk 1 of Ninh Kiều; whatever the test is about is changed. */
export function momentOf(changes: Partial<DeskMoment> = {}): DeskMoment {
  let count = 0
  return {
    at: '2026-11-25T02:00:00.000Z', newestActAt: undefined, author: clerkAn, users: [clerkAn, directorBinh], office, goneDevices: [],
    desks: { [office.device]: office.desk }, keeper: null,
    calendar: NATIONAL_CALENDAR, hours: DEFAULT_HOURS, catalogue, settings: DEFAULT_SETTINGS, acts: [],
    freshSubject: domain => `${domain}:${String((count += 1)).padStart(16, '0')}`,
    nextNumber: () => success(7),
    bookState: () => undefined,
    stocks: {},
    drawerOf: () => EMPTY_DRAWER,
    ...changes,
  }
}

function procedure(changes: Pick<Procedure, 'code' | 'name'> & Partial<Procedure>): Procedure {
  return {
    shortName: changes.name, field: 'Hộ tịch', decision: 'QĐ 1/QĐ-BTP', level: 'Cấp xã', who: 'Công dân Việt Nam', url: '', version: '2026-07',
    cases: [{
      id: 'default', name: '',
      requiredPapers: [
        { id: 'p1', title: 'Tờ khai', name: 'Tờ khai theo mẫu', kind: 'submit', originals: 1, copies: 0, conditional: false },
        { id: 'p2', title: 'Giấy chứng sinh', name: 'Giấy chứng sinh', kind: 'submit', originals: 1, copies: 0, conditional: false },
        { id: 'p3', title: 'Văn bản ủy quyền', name: 'Văn bản ủy quyền', kind: 'submit', originals: 1, copies: 0, conditional: true },
        { id: 'p4', title: 'Căn cước', name: 'Căn cước', kind: 'present', originals: 1, copies: 0, conditional: false },
        { id: 'p5', title: 'Lưu ý', name: 'Lưu ý', kind: 'note', originals: 0, copies: 0, conditional: false },
      ],
    }],
    limits: [{ channel: 'direct', limit: { count: 3, unit: 'working-days' } }],
    fees: [{ channel: 'direct', amount: 8000 }],
    results: [],
    ...changes,
  }
}
