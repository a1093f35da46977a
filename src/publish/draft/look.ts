/** What a publisher should look at before anybody sees the pages: secrets, numbers that belong to persons, names. */
import type { EditionFolder } from '../../build/edition'
import { readRows } from '../../core/edition/read-rows'

export interface Sight {
  kind: 'secret' | 'identity' | 'mobile' | 'phone' | 'email' | 'name'
  /** What was found, and the text around it. */
  text: string
  around: string
  /** The row's id, or the notice. */
  place: string
}

const patterns: [Sight['kind'], RegExp][] = [
  ['secret', /绝密|机密|(?<!商业)秘密|涉密|密级|内部(?:资料|文件|使用)|不(?:得|宜|予)公开|仅限内部/g],
  ['identity', /(?<!\d)\d{17}[\dXx](?!\d)/g],
  ['mobile', /(?<!\d)1[3-9]\d{9}(?!\d)/g],
  ['phone', /(?<!\d)0\d{2,3}[-—– ]?\d{7,8}(?!\d)/g],
  ['email', /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g],
  [
    'name',
    /(?:联\s*系\s*人|负责人|经办人|责任人|联络员)\s*[:：]\s*(\p{Script=Han}{2,4})(?!\p{Script=Han})/gu,
  ],
]

/** In the order of the notice and the table; what stands there twice is told once. */
export function findSights({ files, body }: EditionFolder): Sight[] {
  const { contact = {}, notes = [] } = files.notice
  const texts: [place: string, text: string][] = [
    ['notice', [body, ...Object.values(contact), ...notes].join('\n')],
    ...readRows(files.indicators).map(({ source, texts }): [string, string] => [source.id, texts.join('\n')]),
  ]
  const named = contact.name
    ? [{ kind: 'name' as const, text: contact.name, around: `联系人：${contact.name}`, place: 'notice' }]
    : []
  const found = texts.flatMap(([place, text]) =>
    patterns.flatMap(([kind, pattern]) =>
      [...text.matchAll(pattern)].map(match => ({
        kind,
        text: match[1] ?? match[0],
        around: aroundIn(text, match.index ?? 0),
        place,
      })),
    ),
  )
  const seen = new Set<string>()
  return [...named, ...found].filter(({ kind, text }) => {
    const key = `${kind} ${text}`
    return seen.has(key) ? false : Boolean(seen.add(key))
  })
}

/** The sentence, or as much of it as tells where it stands. */
function aroundIn(text: string, at: number): string {
  const start = Math.max(text.lastIndexOf('\n', at) + 1, at - 20)
  const end = text.indexOf('\n', at)
  return text.slice(start, Math.min(end < 0 ? text.length : end, at + 30))
}
