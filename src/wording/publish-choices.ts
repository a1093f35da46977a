/** The publisher's page: the answers of a question as buttons, each with what follows from it. */
import type { Choice } from '../publish/draft/choices'
import type { Question } from '../publish/question'
import { roleNames } from './publishing'

/** An answer as a button, and what follows from it. */
export function sayChoice(question: Question, { id, value = '' }: Choice): { name: string; effect: string } {
  if (id === 'accept') return sayAccept(question)
  if (id.startsWith('points-')) return { name: `${value} 分`, effect: '总分跟着变' }
  if (id.startsWith('other-')) return { name: value, effect: '换成这一个' }
  const said: Record<string, [name: string, effect: string]> = {
    'no-role': ['只照印', '印在表里，不另作用处'],
    evidence: ['是要交的材料', '拆成材料项，逐项勾选、添加附件'],
    content: ['是考核内容', '填报时显示在这一行上面'],
    'one-department': ['是一个部门', `名称是“${value}”`],
    'as-before': [`是“${value}”`, '与往年一样'],
    everybody: ['每个单位都要做', '不选部门也看得到这一行'],
    'by-column': [`按分值栏，${value} 分`, '总分跟着变'],
    'no-points': ['没有分值', '不计入总分'],
    'is-bonus': ['是加分', '不计入总分'],
    'is-deduction': ['是扣分', '不计入总分'],
    'one-item': ['不拆，是一项', '整格作为一项，勾一次'],
    'is-item': ['也是要交的材料', '加为一项'],
    'new-id': ['不是，换新编号', '往年填的不会接到这一项'],
    'same-id': ['是同一件事', `用原来的编号 ${value}`],
    'is-total': [`总分就是 ${value} 分`, '以各行为准'],
    'no-total': ['不写总分', '网页上不显示总分'],
  }
  const [name, effect] = said[id] ?? ['', '']
  return { name, effect }
}

function sayAccept(question: Question): { name: string; effect: string } {
  switch (question.code) {
    case 'department-several':
      return { name: `是 ${question.read.length} 个部门`, effect: '几家都会看到这一行，都要交' }
    case 'column-guessed':
      return { name: `是${roleNames[question.role]}`, effect: '就这样' }
    case 'column-unknown':
      return { name: '都不是，只照印', effect: '填报时只作参考' }
    case 'department-filled':
      return { name: `是“${question.name}”`, effect: '与上一行相同' }
    case 'score-odd':
      return question.points === undefined
        ? { name: '没有分值', effect: '不计入总分' }
        : { name: `${question.points} 分`, effect: '计入总分' }
    case 'score-several':
      return { name: `相加，${question.points} 分`, effect: '计入总分' }
    case 'score-differs':
      return { name: '按内容里的', effect: '分值栏照印' }
    case 'score-kind':
      return { name: question.kind === 'bonus' ? '是加分' : '是扣分', effect: '不计入总分' }
    case 'list-split':
      return { name: `拆成 ${question.count} 项`, effect: '每项单独勾选、添加附件' }
    case 'list-remark':
      return { name: '只是说明', effect: '不算材料项' }
    case 'row-reworded':
    case 'item-reworded':
      return { name: '是，沿用编号', effect: '往年的备注可以接着用' }
    case 'row-near':
      return { name: '不是，用新编号', effect: '与往年那一行分开' }
    case 'total-unknown':
      return { name: '不写总分', effect: '网页上不显示总分' }
    default:
      return { name: '对，就这样', effect: '' }
  }
}
