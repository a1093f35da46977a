/** The office's sentences: soundness of a hand-in, cells of the matrix, what changed between two hand-ins. */

import type { Finding } from '../core/bag/finding'
import type { ActiveKind } from '../core/files/active-kind'
import type { Arrival, Uncounted } from '../core/intake/arrival'
import type { Cell, CellState } from '../core/intake/collate'
import type { HandIn, HandInFinding } from '../core/intake/hand-in'
import type { AnswerState, CopyDifference, Difference } from '../core/intake/resubmission'
import type { Soundness } from '../core/intake/soundness'
import type { ScoreSheet } from '../core/report/score'
import { fieldWording } from './checklist'
import { sayFinding } from './finding'
import { nameSome } from './names'
import { refusalWording } from './refusal'

export const cellWording = {
  complete: '齐全',
  partial: '部分完成',
  'ticked-without-file': '已勾选，没有附件',
  'not-applicable': '不适用',
  missing: '没有填报',
  'not-asked': '没有材料要求',
} satisfies Record<CellState, string>

/** The mark in a cell of the matrix; `sayCell` says the same in words. */
export function markCell({ state, done, total, absent, files, score }: Cell, isWaiting: boolean): string {
  if (absent > 0) return isWaiting ? '？' : '！'
  switch (state) {
    case 'complete':
      return '✓'
    case 'partial':
      return total > 0 ? `${done}/${total}` : `${files}件`
    case 'ticked-without-file':
      return '无附件'
    case 'not-applicable':
      return '不适用'
    case 'missing':
      return '缺'
    case 'not-asked':
      return /^[\d.]{1,4}$/.test(score) ? `${score}分` : '自评'
  }
}

export function sayCell({ state, done, total, absent, files, score }: Cell, isWaiting: boolean): string {
  const parts = [cellWording[state]]
  if (total > 0) parts.push(`${done} / ${total} 项`)
  if (files > 0) parts.push(`文件 ${files} 个`)
  if (absent > 0) parts.push(isWaiting ? `${absent} 个在没有收到的卷里` : `${absent} 个缺失或被改动`)
  if (score !== '') parts.push(`自评 ${score}`)
  return parts.join('，')
}

/** A unit's 自评分: points of how many; 一票否决 first where there is a veto. */
export function sayScores({ total, most, added, deducted, wrong, veto }: ScoreSheet): string {
  const parts = veto ? ['一票否决'] : []
  if (most > 0) parts.push(`${total} / ${most}`)
  else {
    if (added > 0) parts.push(`加 ${added}`)
    if (deducted > 0) parts.push(`扣 ${deducted}`)
  }
  if (wrong > 0) parts.push(`${wrong} 行写法不对`)
  return parts.join('，')
}

/** What their sum does not say: a veto, rows that are no number. */
export function sayScoreNote({ wrong, veto }: ScoreSheet): string {
  return [veto && '一票否决', wrong > 0 && `${wrong} 行写法不对`].filter(Boolean).join('，')
}

/** Of the bytes only, and short enough for a table: 文件完好, 缺第2卷, 1 个文件被改动. */
export function saySoundness(soundness: Soundness): string {
  if (soundness.kind === 'sound') return '文件完好'
  if (soundness.kind === 'waiting') return `缺第${soundness.volumes.join('、')}卷`
  const codes = soundness.errors.map(({ finding }) => finding.code)
  const altered = codes.filter(code => code === 'altered').length
  const missing = codes.filter(code => code === 'missing').length
  if (altered > 0 && altered === codes.length) return `${altered} 个文件被改动`
  if (missing > 0 && missing === codes.length) return `缺 ${missing} 个文件`
  return `${codes.length} 处问题`
}

export const arrivalWording = {
  waiting: '等待核验',
  verifying: '正在核验',
  verified: '核验完毕',
  stopped: '没有核验',
} satisfies Record<Arrival['state'], string>

const stateWording = {
  ready: '已备齐',
  'not-applicable': '不适用',
  open: '未勾选',
} satisfies Record<AnswerState, string>

/** One thing a unit changed since the hand-in before; `nameDepartments` says names for a list of ids. */
export function sayDifference(
  difference: Difference,
  nameDepartments: (ids: string) => string = ids => ids,
): string {
  switch (difference.code) {
    case 'changed-unit': {
      const say = difference.field === 'departments' ? nameDepartments : (text: string) => text
      const [before, after] = [say(difference.before), say(difference.after)]
      return `${fieldWording[difference.field]}由“${before || '空'}”改为“${after || '空'}”`
    }
    case 'added-file':
      return `补了文件：${difference.file.name}`
    case 'removed-file':
      return `少了文件：${difference.file.name}`
    case 'changed-file':
      return `换了内容：${difference.file.name}`
    case 'renamed-file':
      return `文件改名：${difference.before} → ${difference.file.name}`
    case 'changed-state':
      return `${stateWording[difference.before]} → ${stateWording[difference.after]}`
    case 'changed-text':
      return `${fieldWording[difference.field]}由“${difference.before || '空'}”改为“${difference.after || '空'}”`
    case 'changed-score':
      return `自评分 ${difference.before || '空'} → ${difference.after || '空'}`
    case 'changed-report':
      return '自评报告的文字有改动'
  }
}

/** The differences of a second copy of the same hand-in, one sentence each: what it lacks, and what only it has. */
export function sayCopy({ volumes, lacking, onlyHere, errors }: CopyDifference): string[] {
  return [
    volumes.length > 0 && `这一份还缺第 ${volumes.join('、')} 卷。`,
    volumes.length === 0 &&
      lacking.length > 0 &&
      `这一份里没有：${nameFiles(lacking)}。计入汇总的那一份里有。`,
    onlyHere.length > 0 && `只有这一份里有：${nameFiles(onlyHere)}。`,
    errors > 0 && `核验这一份发现 ${errors} 处问题，不计入汇总。`,
  ].filter(sentence => sentence !== false)
}

/** Up to five names, and the number of files where there are more. */
function nameFiles(files: readonly { name: string }[]): string {
  return nameSome(
    files.map(({ name }) => name),
    5,
    '个文件',
  )
}

/** Why something that was dropped does not count, or not all of it; one sentence each. */
export function sayUncounted({ refusal, editions, findings }: Uncounted, edition: string): string[] {
  if (refusal) return [`没有核验：${refusalWording[refusal]}`]
  const says = [
    ...editions.map(other => `是 ${other} 年度的材料包，没有计入 ${edition} 年度的汇总。`),
    ...findings.map(finding => sayFinding(finding)),
  ]
  return says.length > 0 ? says : ['没有计入汇总。']
}

/** Whether 校验码 matches the paper, for a table; empty where nothing was typed. */
export function sayPaper(matches: boolean | null): string {
  return matches === null ? '' : matches ? '一致' : '不一致'
}

/** A finding as it stands with its unit; where the bundle came in several files, with the name of the one. */
export function sayHandInFinding(found: HandInFinding, { archives }: HandIn): string {
  const { archive } = found
  const says = sayFinding(withOwnName(found))
  return archive !== '' && archives.length > 1 ? `${archive}：${says}` : says
}

/** The finding with its file named by the item and its own name, not by where the bundle has it. */
function withOwnName({ finding, file }: HandInFinding): Finding {
  if (!file || !('path' in finding) || finding.code === 'nested-problem') return finding
  return { ...finding, path: `${file.item} 的“${file.name}”` } as Finding
}

/** Warns the office of a file that runs when it is opened. */
export const activeFlags = {
  'web-page': '网页文件：只按文字打开。存到硬盘以后请不要双击，里面的程序能读取浏览器保存的资料',
  program: '程序文件：请不要运行，要另存先问清是什么',
  macro: '含宏的文件：另存以后打开，请不要启用宏',
} satisfies Record<ActiveKind, string>

/** Why a file can't be opened as it was packed; `isWaiting`: volumes are still to come. */
export function sayAbsence(damage: 'altered' | 'unreadable' | undefined, isWaiting: boolean): string {
  if (damage === 'altered') return '与打包时不一致，没有计入；打开的是包里现在的内容'
  if (damage === 'unreadable') return '包里有，但是读不出来'
  return isWaiting ? '在没有收到的卷里' : '包里没有'
}
