/** What is printed above a table of indicators: its title, the class its rows belong to, and lines that are neither. */
import { bareText } from '../../core/text/likeness'
import { isSectionText } from './section'

export interface Captions {
  /** Undefined where no line is like a title. */
  title: string | undefined
  sections: string[]
  /** Lines that are neither. */
  others: string[]
}

const titleEnd =
  /(要点|指标(体系)?|细则|考核表|评分表|评价表|测评表|清单|分解表|任务表|任务书|责任表|一览表|明细表|分工表|计分表|考评表|标准|办法|方案|体系|目录|表)([(（][^()（）]*[)）])?$/
const titleWord = /考核|评价|考评|测评|指标|任务|创建|工作|评分/
/** To be filled in: 被考核单位（盖章）： 考核时间： 年 月 日. */
const toFillIn =
  /[:：]\s*$|[:：]\s{2,}|_{2,}|年\s+月|[(（]盖章[)）]|^(单位|填报|填表|被?考核单位|考核时间|日期)/
const annex = /^附\s*[件表录]\s*\d*\s*[:：]?\s*$/

/** Sorts the lines above a table, nearest last. `isFirst` of the document: only then one of them may be the title. */
export function readCaptions(lines: readonly string[], isFirst: boolean): Captions {
  const captions: Captions = { title: undefined, sections: [], others: [] }
  const titleAt = isFirst ? findTitle(lines) : -1
  for (const [i, line] of lines.entries()) {
    const isNear = i > titleAt && lines.length - i <= 2
    if (i === titleAt) captions.title = line
    else if (isNear && isSectionText(line) && !toFillIn.test(line)) captions.sections.push(line)
    else if (!isFirst && i === lines.length - 1 && isCaption(line)) captions.sections.push(line)
    else captions.others.push(line)
  }
  return captions
}

function findTitle(lines: readonly string[]): number {
  const fits = (line: string) => !annex.test(line) && !toFillIn.test(line) && line.length <= 60
  for (let i = lines.length - 1; i >= 0; i--) {
    const line = lines[i] ?? ''
    if (
      fits(line) &&
      titleEnd.test(line) &&
      titleWord.test(bareText(line)) &&
      !/^[A-Za-z甲乙丙丁][类组]/.test(line)
    )
      return i
  }
  return -1
}

function isCaption(line: string): boolean {
  return line.length <= 40 && !toFillIn.test(line) && !annex.test(line) && !/[。；;]$/.test(line)
}
