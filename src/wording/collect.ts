/** The office's sentences to others: the 催报 to a unit, and the words in 汇总表.xlsx. */
import type { Finding } from '../core/bag/finding'
import type { Reply } from '../core/checklist/returned'
import type { Owed, OwedReason } from '../core/collect/owed'
import type { UnreadFile } from '../core/intake/arrival'
import type { PackProblem } from '../stores/attempt'
import type { ExpectedProblem } from '../stores/collect/expected'
import { sayFinding } from './finding'
import { sayHandInFinding } from './intake'
import { refusalWording } from './refusal'

export const owedWording = {
  missing: '没有提供',
  'absent-file': '填了文件，没有收到，或与打包时不一致',
  'ready-without-file': '勾选了“已备齐”，没有附文件',
  'files-without-tick': '有附件，没有勾选“已备齐”',
  'not-applicable-without-reason': '标了“不适用”，没有写理由',
} satisfies Record<OwedReason, string>

/** The requests of a 催报 in their order, one heading for each reason. */
const asks: [reason: OwedReason, heading: string, hint: string][] = [
  ['missing', '还没有提供的材料', ''],
  ['absent-file', '清单里写了文件、材料包里却没有的', ''],
  ['ready-without-file', '勾选了“已备齐”、没有附文件的', '只交纸质件的，请在备注里说明'],
  ['files-without-tick', '已附文件、没有勾选“已备齐”的', '请核对后勾选'],
  ['not-applicable-without-reason', '标了“不适用”、没有写理由的', '请补写理由'],
]

/** Findings in one message; the rest stands in the table. */
const mostFindings = 10

/** The facts of the edition that every 催报 names. */
interface ReminderFacts {
  /** 2022年质量工作考核资料 */
  title: string
  deadlineText: string
  /** The collecting office's name. */
  office: string
  /** The address of the checklist page; empty where nobody knows it. */
  address: string
}

/** One line for a list: 没有报送, 缺第2卷, 5 项待补. */
export function sayOwedBriefly({ row, unread, volumes, items, errors }: Owed): string {
  if (!row) return unread.length > 0 ? unread.map(sayUnread).join('；') : '没有报送'
  const parts = [
    volumes.length > 0 && `缺第${volumes.join('、')}卷`,
    items.length > 0 && `${items.length} 项待补`,
    errors.length > 0 && `${errors.length} 处核验问题`,
  ]
  return parts.filter(Boolean).join('，')
}

/** The 催报 to a unit, ready to be sent; `reply`: what the office said of what it handed in. */
export function sayReminder(
  owed: Owed,
  { title, deadlineText, office, address }: ReminderFacts,
  reply: Reply | null = null,
): string {
  const { unit, row, unread } = owed
  const signature = `${address && `填报网页：${address}\n`}${office}`
  const opening = `${unit}：\n${deadlineText === '' ? '' : `${title}的报送截止时间是${deadlineText}。`}`
  if (!row && unread.length > 0) {
    return `${opening}${unread.map(sayUnread).join('；')}，请重新发送：在填报页点“下载材料包”，把下载的压缩包原样报送，不要解压后重新压缩。\n${signature}`
  }
  if (!row) {
    return `${opening}到现在还没有收到贵单位的材料包。请尽快在填报页完成填报，点“下载材料包”，把下载的压缩包原样报送，不要解压后重新压缩。如已报送，请与我们核对。\n${signature}`
  }
  const points = [...sayVolumes(owed), ...sayItems(owed), ...sayErrors(owed), ...sayNotes(owed, reply)]
  const numbered = points.map((point, i) => `${i + 1}. ${point}`).join('\n')
  return `${opening}贵单位的材料包已收到，还有下面的情况：\n${numbered}\n${sayClosing(owed, reply)}\n${signature}`
}

/** What the office returned or doubts, in the words of its notes, and the new date. */
function sayNotes({ row }: Owed, reply: Reply | null): string[] {
  const items = row?.sections.flatMap(section => section.items) ?? []
  const texts = (['returned', 'doubtful'] as const).flatMap(which => {
    const noted = items.filter(({ id }) => reply?.notes[id]?.verdict === which)
    if (noted.length === 0) return []
    const list = noted.map(({ id, text }) => `   ${id} ${text}\n      ${reply?.notes[id]?.note || '请补充'}`)
    const ask =
      which === 'returned'
        ? `审核退回，请补充的 ${noted.length} 项`
        : `有疑问，请核实说明的 ${noted.length} 项`
    return [`${ask}：\n${list.join('\n')}`]
  })
  return reply?.closing ? [...texts, reply.closing] : texts
}

/** 12 月 28 日 of `2022-12-28`. */
function sayDay(day: string): string {
  const [, month, date] = day.split('-').map(Number)
  return `${month} 月 ${date} 日`
}

/** The subject of a mail with a 催报. */
export function sayReminderSubject({ unit }: Owed, { title }: Pick<ReminderFacts, 'title'>): string {
  return `${title}：请${unit}补充`
}

function sayClosing({ volumes, items, errors }: Owed, reply: Reply | null): string {
  const returned = Object.keys(reply?.notes ?? {}).length
  if (reply && returned > 0) {
    const until = reply.until === '' ? '' : `请在 ${sayDay(reply.until)}前补齐。`
    const rest = volumes.length + items.length + errors.length > 0
    return `${until}${rest ? '补齐后重新下载材料包，整包再报一次' : '把随信的审核意见文件拖进填报网页，补好以后下载补充包报来，或者整包再报一次'}，不要解压后重新压缩。`
  }
  const others = items.length + errors.length > 0
  if (volumes.length === 0)
    return '请补齐后重新下载材料包，整包再报一次（以最后一次为准），不要解压后重新压缩。'
  const first = '请补发缺的卷，不必全部重发；分卷原样发送，不要解压后重新压缩。'
  return others ? `${first}其他各条补齐以后，再重新下载材料包报一次（以最后一次为准）。` : first
}

/** An expected unit without a hand-in that counts; `alike` is a unit that handed in under a similar name. */
export function sayMissing(unit: string, unread: readonly UnreadFile[], alike?: string): string {
  if (unread.length > 0) return `${unit}（${unread.map(sayUnread).join('；')}）`
  return alike ? `${unit}（可能就是报来的“${alike}”，请在下面确认）` : unit
}

/** A received file that holds no hand-in that counts, with the reason. */
export function sayUnread({ name, finding }: UnreadFile): string {
  const verb = finding && opened.has(finding.code) ? '不是能用的材料包' : '打不开'
  // A finding's first sentence says what is wrong; the others tell the office what to do.
  const reason = finding ? `（${sayFinding(finding).split('。')[0]}）` : ''
  return `收到的文件“${baseName(name)}”${verb}${reason}`
}

/** Findings in files that could be opened. */
const opened = new Set<Finding['code']>([
  'foreign-zip',
  'foreign-bag',
  'other-edition',
  'no-checklist',
  'bad-checklist',
])

/** A copy of the one in `core/text/filename`: wording imports types only. */
function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

function sayVolumes({ volumes, count }: Owed): string[] {
  return volumes.length > 0 ? [`共 ${count} 卷，第 ${volumes.join('、')} 卷没有收到。`] : []
}

function sayItems({ items }: Owed): string[] {
  return asks.flatMap(([reason, heading, hint]) => {
    const those = items.filter(item => item.reason === reason)
    if (those.length === 0) return []
    const list = those.map(({ item }) => `   ${item.id} ${item.text}`).join('\n')
    return [`${heading} ${those.length} 项${hint && `（${hint}）`}：\n${list}`]
  })
}

function sayErrors({ errors, row }: Owed): string[] {
  if (!row || errors.length === 0) return []
  const shown = errors
    .slice(0, mostFindings)
    .map(error => `   ${withoutRequest(sayHandInFinding(error, row.handIn))}`)
  const more = errors.length > shown.length ? `\n   另有 ${errors.length - shown.length} 处。` : ''
  return [`核验发现的问题 ${errors.length} 处：\n${shown.join('\n')}${more}`]
}

/** Without a finding's last sentence, which tells the office what to ask for: the 催报 asks for it itself. */
function withoutRequest(sentence: string): string {
  const at = sentence.lastIndexOf('。请')
  return at < 0 ? sentence : sentence.slice(0, at + 1)
}

/** Why no table or roll-up was made. */
export function sayExportProblem(problem: PackProblem): string {
  switch (problem.code) {
    case 'too-large':
      return '没有生成：材料太多，一个压缩包最多 4 GB、六万多个文件。请选择分卷。收到的文件都没有改动。'
    case 'refused':
      return `没有生成：${refusalWording[problem.refusal]}收到的文件都没有改动。`
    case 'mistake':
      return `没有生成：程序出错（${problem.message}）。收到的文件都没有改动，请刷新页面，重新放入材料包再试一次。`
  }
}

/** Why a list of units was not read or kept. */
export function sayExpectedProblem(problem: ExpectedProblem): string {
  switch (problem.code) {
    case 'no-names':
      return '里面没有找到单位名称。请一行写一个单位，或者把名单复制后粘贴到框里。原来的名单没有改动。'
    case 'old-spreadsheet':
      return '是旧格式的表格（.xls），这里读不了。请用 Excel 或 WPS 另存为 .xlsx，或者把单位一列复制后粘贴到框里。'
    case 'not-a-table':
      return '读不出表格内容。请选 .xlsx 或 .csv 文件，或者把名单复制后粘贴到框里。原来的名单没有改动。'
    case 'not-read':
      return `没有读出来：${refusalWording[problem.refusal]}原来的名单没有改动。`
    case 'not-kept':
      return `名单没有存进这台电脑：${refusalWording[problem.refusal]}名单还在本页上，关闭页面后要重新填。`
  }
}
