/** The sentences of 逐项审阅: verdicts, how items stand, what the unit changed since, whether it is kept. */
import type { RecordProblem } from '../core/checklist/record'
import type { Disagreement } from '../core/review/merge'
import type { Verdict } from '../core/review/review'
import type { ReviewsResult } from '../core/review/reviews-file'
import type { Hit } from '../core/review/search'
import type { SeenDifference, Standing } from '../core/review/seen'
import type { Tally } from '../core/review/tally'
import type { StopFilter } from '../core/review/walk'
import type { ReviewSaving } from '../stores/review/reviews'
import { sayDifference } from './intake'
import { refusalWording } from './refusal'

export const verdictWording = {
  accepted: '认可',
  returned: '退回补充',
  doubtful: '存疑',
} satisfies Record<Verdict, string>

/** Short enough for a list. */
export const standingWording = {
  unseen: '未看',
  accepted: '认可',
  returned: '退回',
  doubtful: '存疑',
  repaired: '已补',
  changed: '有变动',
} satisfies Record<Standing, string>

/** Stands before the word, so that colour is never the only sign. */
export const standingMarks = {
  unseen: '',
  accepted: '✓',
  returned: '↩',
  doubtful: '?',
  repaired: '●',
  changed: '●',
} satisfies Record<Standing, string>

export const filterWording = {
  all: '全部',
  unseen: '未看',
  accepted: '认可',
  returned: '退回',
  doubtful: '存疑',
  repaired: '已补、有变动',
  trouble: '材料有问题',
} satisfies Record<StopFilter, string>

export const hitWording = {
  unit: '单位',
  section: '考核指标',
  item: '材料项',
  file: '文件',
} satisfies Record<Hit['kind'], string>

/** Fit any item. */
export const usualPhrases = [
  '没有盖章',
  '看不清',
  '文件打不开',
  '不是本年度的材料',
  '与这一项无关',
  '材料不全',
]

/** Of several items together: what needs the office first, and how far it is where nothing does. */
export function summarize(tally: Tally): { standing: Standing; says: string } {
  const { unseen, accepted, returned, doubtful } = tally
  const first = (['repaired', 'changed'] as const).find(standing => tally[standing] > 0)
  if (first) return { standing: first, says: standingWording[first] }
  const judged = accepted + returned + doubtful
  if (unseen > 0)
    return {
      standing: 'unseen',
      says: judged > 0 ? `看了 ${judged}/${judged + unseen}` : standingWording.unseen,
    }
  const worst = returned > 0 ? 'returned' : doubtful > 0 ? 'doubtful' : 'accepted'
  const count = tally[worst]
  const isMany = worst !== 'accepted' && count > 1
  return { standing: worst, says: `${standingWording[worst]}${isMany ? ` ${count}` : ''}` }
}

/** 认可 12 · 退回 2 · 未看 9; what there is none of is left out. */
export function sayTally(tally: Tally): string {
  const shown: Standing[] = ['accepted', 'returned', 'doubtful', 'repaired', 'changed', 'unseen']
  return shown
    .filter(standing => tally[standing] > 0)
    .map(standing => `${standingWording[standing]} ${tally[standing]}`)
    .join(' · ')
}

/** One thing that is not as it was when the office said its word. */
export function saySeenDifference(difference: SeenDifference): string {
  switch (difference.code) {
    case 'came-file':
      return `上次没有收到、这次收到了：${difference.file.name}`
    case 'repair':
      return '单位说已经补好'
    default:
      return sayDifference(difference)
  }
}

/** For the status beside the progress. */
export function sayReviewSaving(saving: ReviewSaving): string {
  switch (saving.state) {
    case 'idle':
      return '审核意见存在这台电脑上'
    case 'saving':
      return '正在保存…'
    case 'saved':
      return `✓ 已保存 ${saving.at.getHours()}:${String(saving.at.getMinutes()).padStart(2, '0')}`
    case 'failed':
      return '没有存上'
  }
}

/** In a private window. */
export const privateReviewWording =
  '这是隐私（无痕）窗口：审核意见只留到关闭窗口为止。请换普通窗口再审；如果继续，关闭前务必“导出审核记录”。'

/** What to do where a word could not be stored. */
export function sayNotSaved(refusal: (ReviewSaving & { state: 'failed' })['refusal']): string {
  return refusal === 'newer-reviews'
    ? '刚才的意见没有存进这台电脑：已有的审核记录是由更新版本的网页保存的，这一版读不了，原样保留着。意见还在本页上，请用“导出审核记录”存一份，再到新版网页里导入。'
    : `刚才的意见没有存进这台电脑：${refusalWording[refusal]}意见还在本页上，会自动再试；关闭本页以前，可以用“导出审核记录”存一份。`
}

/** Why a file that was picked as 审核记录 was not taken. */
export function sayReviewsProblem(
  problem: (ReviewsResult & { ok: false })['problem'] | RecordProblem,
  name: string,
): string {
  const kept = '已有的审核记录没有改动。'
  switch (problem.code) {
    case 'no-reviews':
      return `“${name}”不是审核记录。请选择用“导出审核记录”存下来的文件。${kept}`
    case 'other-edition':
      return `“${name}”是 ${problem.edition} 年度的审核记录，请到那个年度的收件核验页导入。${kept}`
    case 'newer-format':
      return `“${name}”是由更新版本的网页导出的，这一版读不了。请刷新网页，或者用新版的离线文件打开。${kept}`
    case 'broken':
      return `“${name}”不完整，或者被改动过，没有导入。请对方重新导出一份。${kept}`
  }
}

/** What two computers said differently: of what, and both words, the one that counts first. */
export function sayDisagreement(disagreement: Disagreement): {
  of: string
  says: { at: string; text: string }[]
} {
  switch (disagreement.kind) {
    case 'word': {
      const says = disagreement.words.map(({ at, verdict, note }) => {
        const said = verdict ? verdictWording[verdict] : '没有结论'
        return { at, text: note === '' ? said : `${said}，${note}` }
      })
      return { of: disagreement.item, says }
    }
    case 'score': {
      const says = disagreement.scores.map(({ at, text, reason }) => {
        return { at, text: `${text || '没有打分'}${reason && `（${reason}）`}` }
      })
      return { of: `${disagreement.indicator} 初评分`, says }
    }
    case 'closing': {
      const says = disagreement.closings.map(({ at, text, until }) => {
        return { at, text: [text, until && `${until} 前补齐`].filter(Boolean).join('，') || '空' }
      })
      return { of: '整体意见', says }
    }
  }
}
