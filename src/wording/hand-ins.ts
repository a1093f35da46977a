/** The sentences on several hand-ins of one unit: which count, why the office is asked, what it decided. */
import type { AgeSigns } from '../core/intake/age'
import type { UnitRow } from '../core/intake/collate'
import type { HandIn } from '../core/intake/hand-in'
import type { Question } from '../core/intake/settle'
import { nameSome } from './names'

/** How the hand-ins that count stand, in a few words for a table; empty where there is one and nothing to say of it. */
export function markHandIns({ parts, question, isChosen, strangers, earlier }: UnitRow): string[] {
  const times = earlier.filter(one => parts.some(part => part.checklist.id === one.checklist.id)).length
  const teams = nameTeams(parts)
  const others = nameTeams(earlier)
  return [
    teams !== '' && `${parts.every(({ checklist }) => checklist.part) ? '只有' : '含'}${teams}的部分`,
    teams === '' && others !== '' && `另有${others}的部分，没有计入`,
    parts.length > 1 && `${parts.length} 份清单合计`,
    times > 0 && `第 ${times + 1} 次报`,
    parts.length === 1 && strangers.length > 0 && '另一份清单',
    question ? '要您确定' : isChosen && '由您确定',
  ].filter(mark => mark !== false)
}

/** Why the office is asked, what counts meanwhile. */
export function sayQuestion(question: Question): string {
  switch (question.kind) {
    case 'order':
      return `同一份清单报了几次，说不准哪一次在后：${saySigns(question.signs)}。目前先按下面标明的一份计入，请确定以哪一份为准。`
    case 'overlap':
      return question.items.length > 0
        ? `有 ${question.handIns.length} 份不同的清单用了同一个单位名称，都填了 ${nameSome(question.items, 6, '项')}，内容不一样。可能是几个股室分头填的，也可能有一份不是这个单位的，请核对校验码、问清以后确定。目前先合并计入，哪一份的材料都没有丢。`
        : '您没有采用的那份清单又报了一次。目前没有计入，请确定要不要采用。'
    case 'set-aside':
      return '这一份您以前没有采用，当时以另一份为准；那一份这次没有放进来。目前先按这一份计入，请核对以后确定。'
  }
}

/** The 股室 whose parts are among them, which are no bundle of the unit. */
function nameTeams(handIns: readonly HandIn[]): string {
  const teams = handIns.flatMap(({ checklist }) => checklist.part?.team ?? [])
  return [...new Set(teams)].map(team => `“${team}”`).join('、')
}

/** Of the one that counts meanwhile and another one. */
function saySigns({ arrival, contents, date }: AgeSigns): string {
  const which = (sign: number) => (sign > 0 ? '计入的一份' : '另一份')
  return [
    arrival !== 0 && `收到的先后是${which(arrival)}在后`,
    contents !== 0 && `材料是${which(contents)}更全`,
    date !== 0 && `填报日期是${which(date)}更晚`,
  ]
    .filter(Boolean)
    .join('，')
}

/** Where a hand-in stands among those of its unit. */
export function sayStanding({ parts, question }: UnitRow, handIn: HandIn): string {
  const counts = parts.some(({ id }) => id === handIn.id)
  const isOpen = question?.handIns.some(({ id }) => id === handIn.id)
  const team = nameTeams([handIn])
  if (team !== '')
    return counts
      ? `只是${team}的部分，还没有收到单位的材料包，先计入`
      : `只是${team}的部分，应交给本单位合并，没有计入`
  if (counts) return isOpen ? '先计入，等您确定' : '计入汇总'
  return isOpen ? '没有计入，等您确定' : '没有计入'
}
