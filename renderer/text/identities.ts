import type { Collection } from '../../shared/dossiers/progress.ts'

/** How the clerk saw who it was that collected. */
export const identities = {
  'id-card': 'Thẻ căn cước', 'vneid': 'VNeID', 'passport': 'Hộ chiếu', 'other-paper': 'Giấy tờ tùy thân khác', 'post': 'Bưu chính kiểm tra khi phát',
} as const satisfies Record<Collection['identitySeen'], string>
