/** The name of an assessment, from the title of its table. */
import { toFill } from '../core/edition/content'

/** `2023年度食品安全工作考核`, from a table's title 某县2023年度食品安全工作考核指标表. */
export function subjectOf(year: string, title: string): string {
  const printed = title
    .split(toFill)
    .join('')
    .replace(/[(（][^()（）]*[)）]$/, '')
  const bare = printed
    .replace(/^附\s*件\s*\d*\s*[:：]?/, '')
    .replace(
      /(指标体系|指标|要点|细则|评分标准|计分标准|评分|评价|测评|明细|一览|责任|分工|任务分解|分解|清单|目录|标准|体系|表)+$/,
      '',
    )
  const subject = bare === '' ? '考核' : bare
  return subject.includes(year.slice(0, 4)) ? subject : `${year.slice(0, 4)}年${subject}`
}

/** `食品安全工作考核`: the same without place and year; empty where nothing is left. */
export function assessmentOf(year: string, title: string): string {
  return subjectOf(year, title)
    .replace(/^.*?20\d\d\s*年度?/, '')
    .replace(/^\p{Script=Han}{1,7}?[县市区州盟旗](?!场|政|域|级|直|容)/u, '')
    .replace(/量化$/, '')
}
