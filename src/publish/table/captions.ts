/** Reads the lines above a table of indicators: its title, the class of its rows, and lines that are neither. */
import { bareText } from '../../core/text/likeness'
import { isSectionText } from './section'

export interface Captions {
  /** Undefined where no line is like a title. */
  title: string | undefined
  /** A title by its words; false for one that only names a year. */
  isTitleSure: boolean
  sections: string[]
  /** Lines that are neither. */
  others: string[]
}

const titleEnd =
  /(要点|指标(体系)?|细则|考核表|评分表|打分表|评价表|测评表|清单|分解表|任务表|任务书|责任书|责任状|责任表|一览表|明细表|分工表|计分表|考评表|台账|标准|办法|方案|体系|目录|表)([(（][^()（）]*[)）])?$/
const titleWord = /考核|评价|考评|测评|评议|打分|指标|任务|创建|工作|评分|目标|检查|自查|督查|验收|责任|建设/
/** Words that tell a document's title from the caption of a class. */
const whole = /20\d\d|年度?|[县市区州镇乡]/
/** To be filled in: 被考核单位（盖章）： 考核时间： 年 月 日. */
const toFillIn =
  /[:：]\s*$|[:：]\s{2,}|_{2,}|年\s+月|[(（]盖章[)）]|^(单位|填报|填表|被?考核(单位|对象)|考核时间|日期)/
const annex = /^附\s*[件表录]\s*\d*\s*[:：]?\s*$/
/** Printed where a table goes on to another page. */
const continuation = /^[(（【]?\s*(续\s*(上\s*)?表|接\s*上\s*[表页])\s*\d*\s*[)）】]?$/
/** A remark on the whole: （征求意见稿）, （2023年11月）, 注：…. */
const aside = /^[(（【][^()（）【】]*[)）】]$|^(注|备注|说明)\s*[:：]|^(满分|总分|计分)/

/** Whether a line is the page's own: 附件1, 续表. */
export function isPageMark(line: string): boolean {
  return /^附\s*[件表录]\s*\d*(-\d+)?\s*[:：]?$/.test(line) || continuation.test(line)
}

/** Sorts the lines above a table, nearest last. `isFirst` of the document: only then one of them may be the title. */
export function readCaptions(lines: readonly string[], isFirst: boolean): Captions {
  const captions: Captions = { title: undefined, isTitleSure: false, sections: [], others: [] }
  const titleAt = isFirst ? findTitle(lines) : -1
  const yearAt = isFirst && titleAt < 0 ? lines.findIndex(isNamedByYear) : -1
  for (const [i, line] of lines.entries()) {
    const isNear = i > titleAt && lines.length - i <= 2
    if (i === titleAt || i === yearAt) {
      captions.title = line
      captions.isTitleSure = i === titleAt
    } else if (isNear && isSectionText(line) && !toFillIn.test(line) && !aside.test(line))
      captions.sections.push(line)
    else if (!isFirst && i === lines.length - 1 && isCaption(line)) captions.sections.push(line)
    else captions.others.push(line)
  }
  return captions
}

/** The nearest of the lines that read as a title; one that names a year or a place comes before one that doesn't. */
function findTitle(lines: readonly string[]): number {
  const fits = (line: string) =>
    !annex.test(line) &&
    !toFillIn.test(line) &&
    line.length <= 60 &&
    titleEnd.test(line) &&
    titleWord.test(bareText(line)) &&
    !/^[A-Za-z甲乙丙丁][类组]/.test(line)
  const fitting = lines.flatMap((line, i) => (fits(line) ? [i] : []))
  return fitting.filter(i => whole.test(lines[i] ?? '')).pop() ?? fitting.pop() ?? -1
}

/** 示例县2023年优化营商环境要求: no word of a title, but the year of one. */
function isNamedByYear(line: string): boolean {
  const isDay = /^[(（]?20\d\d\s*[年./-]\s*\d{1,2}/.test(line)
  return (
    /20\d\d\s*年/.test(line) &&
    !isDay &&
    !toFillIn.test(line) &&
    line.length >= 10 &&
    line.length <= 60 &&
    !/[。；;，,]/.test(line)
  )
}

/** Whether a line right above a table can name the class of its rows. */
export function isCaption(line: string): boolean {
  return (
    line.length <= 40 &&
    !toFillIn.test(line) &&
    !isPageMark(line) &&
    !aside.test(line) &&
    !/[。；;]$/.test(line)
  )
}
