/** The sentences on 分工: what is wrong with a link, how a team stands. */
import type { GivenProblem } from '../core/assignment/link'
import type { TeamState } from '../core/assignment/overview'
import { sayEdition } from './edition'
import { nameSome } from './names'

export function sayGivenProblem(problem: GivenProblem): string {
  switch (problem.code) {
    case 'not-whole':
      return '这个分工链接（或文件）不完整：转发时可能被截断、改动了。这台电脑上的内容没有动。请联络员把链接重新复制一次发来，或者改发“分工文件”。'
    case 'newer':
      return '这份分工是用更新的网页做的，这一版打不开。这台电脑上的内容没有动。请从单位网站上打开填报页，或请联络员发新的离线版来。'
    case 'other-edition':
      return `这是${sayEdition(problem.edition)}的分工，本页是另一年的。这台电脑上的内容没有动。`
  }
}

/** How far a team is, in a line: what it lacks of what came back. */
export function sayLacking({ open, total, done, handBacks }: TeamState): string {
  if (total === 0) return '没有要计入进度的材料'
  if (done === total) return '✓ 材料齐了'
  return `${handBacks.length > 0 ? '! ' : ''}还差 ${nameSome(open, 4, '项')}`
}
