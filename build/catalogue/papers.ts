import { normalise } from '../../shared/base/text.ts'
import type { Channel, RequiredPaper } from '../../shared/procedures/procedure.ts'
import type { PortalPaper } from './portal.ts'
import { paperTitle, withoutBullet } from './words.ts'

/** A row of the portal as a paper we ask for; the id is its place in the source, so that it stays when titles change. */
export function toRequiredPaper(row: PortalPaper, position: number, isInCondition: boolean): RequiredPaper {
  const name = normalise(row.name) || NAMELESS
  const channels = channelsOf(name)
  const told = name.replace(CHANNEL_CLAUSE, '')
  return {
    id: `p${String(position)}`,
    title: paperTitle(told),
    name,
    kind: row.kind,
    originals: row.originals,
    copies: row.copies,
    conditional: row.kind !== 'note' && (isInCondition || name === NAMELESS || isConditional(told)),
    ...(row.kind !== 'note' && isForProxy(told) ? { forProxy: true as const } : {}),
    ...(channels === undefined || row.kind === 'note' ? {} : { channels }),
  }
}

/** What is handed in before what is shown, notes last; the declaration first, conditions after what everybody brings. */
export function inCounterOrder(papers: readonly RequiredPaper[]): readonly RequiredPaper[] {
  return papers.toSorted((a, b) => weight(a) - weight(b))
}

/** Some rows of the source have counts but no name: kept, and never demanded. */
const NAMELESS = 'Giấy tờ mà nguồn không ghi tên'

const CHANNEL_CLAUSE = /\(?nếu người (?:có )?yêu cầu (?:lựa chọn )?nộp hồ sơ theo hình thức [^)]*\)?|\(do người yêu cầu cung cấp thông tin[^)]*\)/iu

/** Civil-status papers name their way: the paper declaration at the counter, the interactive form online. */
function channelsOf(name: string): Channel[] | undefined {
  if (/^[-+ ]*mẫu (?:hộ tịch )?điện tử tương tác/iu.test(name)) return ['online']
  const clause = CHANNEL_CLAUSE.exec(name)?.[0] ?? ''
  const channels: Channel[] = []
  if (/trực tiếp/iu.test(clause)) channels.push('direct')
  if (/trực tuyến/iu.test(clause)) channels.push('online')
  if (/bưu chính/iu.test(clause) || channels.includes('direct')) channels.push('post')
  // A paper declaration that names every way but the counter's is a slip of the source: online has a form of its own.
  return channels.length === 0 || (/^[-+ ]*tờ khai/iu.test(name) && !channels.includes('direct')) ? undefined : channels
}

/** Only the first clause counts: what follows a semicolon or a full stop tells of substitutes, not of whether the paper is asked for. */
function isConditional(name: string): boolean {
  const [clause = ''] = withoutBullet(name).split(/;|\.\s/u)
  if (/trong trường hợp .+ hoặc .+ trong trường hợp/iu.test(clause)) return false
  return /^(trường hợp|đối với|nếu|khi)\b|\b(nếu|trường hợp)\b|đối với (trường hợp|những|các|người|công trình|phương tiện)/iu.test(clause)
}

function isForProxy(name: string): boolean {
  const [clause = ''] = withoutBullet(name).split(/;|\.\s/u)
  return /^(?:văn bản|giấy|hợp đồng|bản sao|bản chính|trường hợp|quyết định)?[^,]{0,40}(?:ủy|uỷ) quyền/iu.test(clause) && !/(?:ủy|uỷ) quyền của (?:các )?thành viên|đại diện theo (?:ủy|uỷ) quyền của/iu.test(clause)
}

function weight(paper: RequiredPaper): number {
  const byKind = { submit: 0, present: 100, note: 200 }[paper.kind]
  const isDeclaration = /^(tờ khai|đơn|giấy đề nghị|phiếu|văn bản đề nghị|mẫu hộ tịch|thông báo|bản đăng ký)\b/iu.test(paper.title)
  return byKind + (paper.forProxy ? 30 : 0) + (paper.conditional ? 20 : 0) + (isDeclaration ? 0 : 5) + (paper.channels?.includes('direct') === false ? 10 : 0)
}
