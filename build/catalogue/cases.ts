import { normalise } from '../../shared/base/text.ts'
import type { ProcedureCase, RequiredPaper } from '../../shared/procedures/procedure.ts'
import { inCounterOrder, toRequiredPaper } from './papers.ts'
import type { PortalGroup } from './portal.ts'
import { capitalised, withoutBullet } from './words.ts'

interface Group {
  readonly name: string
  readonly kind: 'common' | 'condition' | 'case'
  readonly papers: readonly RequiredPaper[]
}

/**
 * The cases of a procedure from the portal's groups.
 *
 * Most groups only sort the papers of one case ("phải nộp", "phải xuất trình", notes) and belong to all;
 * some hold papers for a condition (a proxy, filing online); the rest are cases of their own. A single
 * case is a condition too: there is nothing to choose between.
 */
export function toCases(portalGroups: readonly PortalGroup[]): readonly ProcedureCase[] {
  let position = 0
  const isSingle = portalGroups.filter(group => groupKind(group.case) === 'case').length < 2
  const groups = withoutTwins(portalGroups).map((group): Group => {
    const kind = groupKind(group.case)
    const isInCondition = kind === 'condition' || (kind === 'case' && isSingle && hasCondition(group.case))
    return { name: group.case, kind: kind === 'case' && isSingle ? 'common' : kind, papers: group.papers.map(row => toRequiredPaper(row, position += 1, isInCondition)) }
  })
  const shared = groups.filter(group => group.kind !== 'case').flatMap(group => group.papers)
  const cases = groups.filter(group => group.kind === 'case')
  if (cases.length === 0) return [{ id: 'default', name: '', requiredPapers: [...inCounterOrder(shared)], ...(shared.length === 0 ? { unclear: 'no-papers' as const } : {}) }]
  return cases.map((one, i) => ({ id: `c${String(i + 1)}`, name: caseName(one.name), requiredPapers: [...inCounterOrder([...shared, ...one.papers])] }))
}

/** The crawler gave some groups twice, each with a part of the papers. */
function withoutTwins(groups: readonly PortalGroup[]): readonly PortalGroup[] {
  const byName = new Map<string, PortalGroup>()
  for (const group of groups) {
    const name = bareName(group.case)
    byName.set(name, { case: group.case, papers: [...(byName.get(name)?.papers ?? []), ...group.papers] })
  }
  return [...byName.values()]
}

const COMMON = [
  /^--$/u, /^lưu ý/iu, /giấy tờ phải (nộp|xuất trình)/iu, /^thành phần hồ sơ( gồm)?$/iu, /^bao gồm$/iu, /^hồ sơ gồm/iu, /^hồ sơ khác$/iu, /^số lượng hồ sơ/iu,
  /^người yêu cầu chứng thực (nộp|phải xuất trình)/iu, /^xuất trình hoặc gửi/iu, /^hồ sơ của người (nhận con nuôi|được nhận làm con nuôi)/iu,
  /^trong phiếu nêu rõ/iu, /^theo quy định tại/iu, /^thành phần hồ sơ (theo quy định về hồ sơ|cơ quan quản lý đất đai)/iu, /^hồ sơ (đăng ký|thu hồi)( bao gồm)?$/iu,
  /^hồ sơ (tổ chức|người làm dịch vụ)/iu, /^ấy tờ này/iu, /^áp luật/iu, /^hồ sơ đề nghị công bố/iu,
]
const CONDITION = [/^(trường hợp )?(ủy|uỷ) quyền thực hiện/iu, /trên môi trường điện tử/iu, /^trường hợp gửi hồ sơ trực tuyến/iu, /^tùy từng trường hợp/iu]

function groupKind(name: string): Group['kind'] {
  const bare = bareName(name)
  if (COMMON.some(pattern => pattern.test(bare))) return 'common'
  return CONDITION.some(pattern => pattern.test(bare)) ? 'condition' : 'case'
}

function hasCondition(name: string): boolean {
  return /trường hợp|đối với/iu.test(name)
}

function bareName(name: string): string {
  return (name.trim() === '--' ? '--' : withoutBullet(name)).replace(/[\s:,;]+$/u, '')
}

/** Where the crawler cut the beginning off, the name begins with `…`. */
function caseName(name: string): string {
  const whole = normalise(name)
  const bare = bareName(whole)
  const told = bare.replace(/^(thành phần )?hồ sơ (?=(khi )?(đăng ký|đề nghị|giao đất|chuyển mục|gia hạn|công bố|chấp thuận)|khi )/iu, '').replace(/[,;]?\s*(thành phần )?(hồ sơ )?(bao )?gồm( có)?$/iu, '').replace(/[\s:,;.]+$/u, '')
  return /^\p{Ll}/u.test(whole) && bare === whole.replace(/[\s:,;]+$/u, '') ? `…${told}` : capitalised(told)
}
