import { limitText, normalise } from '../../shared/base/text.ts'

export const MAX_TITLE_LENGTH = 70

/** A sentence without the marks lists begin with: `- `, `+ `, `a) `, `1.2. `, `(iv) `. */
export function withoutBullet(text: string): string {
  return normalise(text).replace(/^[).;,:\s]+/u, '').replace(/^([-+*•–]\s*|\(?([ivx]{1,4}|[a-zđ]|\d{1,2}(\.\d{1,2})*)[).](\s+|(?=\p{Lu}))|\d{1,2}(\.\d{1,2})+\.?\s+)+/iu, '')
}

/** With a capital at the beginning. */
export function capitalised(text: string): string {
  return text.slice(0, 1).toLocaleUpperCase('vi') + text.slice(1)
}

/**
 * A sentence about a paper shortened to the name of the paper, at most 70 characters.
 *
 * Cuts where the paper has been named: at a semicolon, a full stop, `theo quy định`, `trong trường hợp`;
 * a sentence that begins with its condition is searched for what must be handed in.
 */
export function paperTitle(name: string): string {
  const sentence = withoutBullet(withoutFileName(name)).replace(ANY_FORM, '')
  const known = KNOWN_TITLES.find(([beginning]) => beginning.test(sentence))?.[1]
  if (known !== undefined) return known
  const candidates = [...(CONDITION.test(sentence) ? [demandOf(sentence), afterColon(sentence)] : []), sentence].map(cutWhereNamed)
  return capitalised(shortened(candidates.find(isPaperName) ?? sentence, MAX_TITLE_LENGTH))
}

/** Words to the limit, with `…` where something is missing. */
export function shortened(text: string, max: number): string {
  if (text.length <= max) return text
  const kept = limitText(text, max - 1)
  const lastBlank = kept.lastIndexOf(' ')
  return `${(lastBlank > max / 2 ? kept.slice(0, lastBlank) : kept).replace(/[\s,;:./(-]+$/u, '')}…`
}

/** Sentences that stand in dozens of procedures and name half a dozen papers each. */
const KNOWN_TITLES: readonly (readonly [RegExp, string])[] = [
  [/^hộ chiếu\/thẻ căn cước|^một trong các giấy tờ sau: căn cước điện tử/iu, 'Giấy tờ tùy thân (căn cước, hộ chiếu…)'],
  [/^bản chính giấy tờ, văn bản làm cơ sở để chứng thực bản sao/iu, 'Bản chính giấy tờ cần chứng thực bản sao'],
  [/^giấy chứng nhận quyền sở hữu, quyền sử dụng hoặc giấy tờ thay thế/iu, 'Giấy chứng nhận quyền sở hữu, quyền sử dụng tài sản'],
  [/^trường hợp (ủy|uỷ) quyền cho đơn vị cung cấp dịch vụ bưu chính không phải/iu, 'Giấy tờ ủy quyền cho đơn vị bưu chính'],
  [/^giấy tờ có giá trị chứng minh thông tin về cư trú/iu, 'Giấy tờ chứng minh nơi cư trú'],
]

/** Which form a paper may have says nothing of which paper it is. */
const ANY_FORM = /^bản chính hoặc bản sao có chứng thực (?:hoặc bản sao (?:kèm theo bản chính để đối chiếu|điện tử(?: được chứng thực từ bản chính của)?) ){0,2}(?=\p{L})/iu

const CONDITION = /^(trường hợp|đối với|nếu|khi|trừ trường hợp|ngoài)(?!\p{L})/iu

/** The crawler glued the names of attached files to the sentence. */
function withoutFileName(name: string): string {
  const file = /(?<=[.;)\p{Ll}\d])\s*\d{0,2}\.?\p{L}[\p{L}\d_ ().,-]{0,80}\.(docx?|pdf|xlsx?|rtf)\s*$/iu.exec(name)
  return file === null || file.index < 10 ? name : name.slice(0, file.index)
}

/** `Trường hợp … thì phải có X` names X. */
function demandOf(sentence: string): string {
  const duty = /(?:phải|cần) (?:có|nộp|xuất trình|gửi|bổ sung)(?: lại| thêm)?:? (?<paper>\p{L}.{5,})$/u
  const verb = /(?:(?<!ban hành )kèm theo|gửi kèm|nộp|xuất trình)(?: lại| thêm)?:? (?<paper>\p{L}.{5,})$/u
  return (duty.exec(sentence) ?? verb.exec(sentence))?.groups?.paper ?? ''
}

/** `Đối với Quân đội nhân dân: Giấy giới thiệu …` names what follows. */
function afterColon(sentence: string): string {
  return /^[^:]{5,}:\s*(?<paper>.{5,})$/u.exec(sentence)?.groups?.paper ?? ''
}

function isPaperName(text: string): boolean {
  return text.length >= 6 && !CONDITION.test(text) && !/^(thông tư|nghị định|luật|các giấy tờ|giấy tờ|tại|bản chính|hồ sơ|giấy chứng)$|^(thông tư|nghị định|luật) (số )?\d/iu.test(text)
}

function cutWhereNamed(text: string): string {
  const [head = ''] = text.split(/;|:(?=\s)|\.(?=\s|$)|\s\((?=nếu|áp dụng|theo|trong|đối với|trường hợp|sau đây|ban hành|được|mẫu)|,? theo (?:mẫu|quy định)|,? trong trường hợp|,? trong đó|,? đối với (?:trường hợp|công trình)|,? trường hợp |,? nếu | do cơ quan |,? ban hành kèm| quy định tại| được cấp theo/iu)
  return head.trim().replace(/[\s,;:./(-]+$/u, '')
}
