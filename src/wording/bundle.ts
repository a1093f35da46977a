/** The sentences for a bundle, report or inventory that could not be made, and for an import that was refused. */

import type { ReplyProblem } from '../core/checklist/reply-file'
import type { Reply } from '../core/checklist/returned'
import type { PackProblem } from '../stores/attempt'
import type { RefusedImport } from '../stores/backup/refused-import'
import type { BundleProblem } from '../stores/bundle/bundle'
import { sayRecordProblem } from './checklist'
import { sayEdition } from './edition'
import { refusalWording } from './refusal'

export function sayBundleProblem(problem: BundleProblem): string {
  switch (problem.code) {
    case 'missing-bytes':
      return `没有打包：${problem.names.length} 个文件的内容不在浏览器里，或者读不出来，打出来的包会缺文件。请把原来的文件重新添加到同一项，或导入以前下载的材料包，再下载一次。清单里的其他内容都在。${problem.names.join('；')}`
    case 'too-large':
      return '没有打包：材料太多，一个压缩包最多 4 GB、六万多个文件。清单和文件都还在，请在“打包”里把每个压缩包的大小选小一些。'
    case 'refused':
      return `没有打包：${refusalWording[problem.refusal]}清单和文件都还在。`
    case 'mistake':
      return `没有打包：程序出错（${problem.message}）。清单和文件都还在，请刷新页面再试一次。`
  }
}

/** 118 个文件；用在几项里的，每项各放一份，共 121 份 */
export function sayPackedFiles(files: number, copies: number): string {
  return `${files} 个文件${copies > files ? `；用在几项里的，每项各放一份，共 ${copies} 份` : ''}`
}

export function sayRestoreProblem(problem: RefusedImport['problem']): string {
  switch (problem.code) {
    case 'no-checklist':
      return '里面没有 checklist.json，不是本系统的材料包，没有导入。'
    case 'not-json':
      return '清单内容读不出来，可能没有下载完整，没有导入。请换原来的文件再试。'
    case 'record':
      return `没有导入：${sayRecordProblem(problem.problem)}`
    case 'archive':
      return problem.sentence
    case 'unreadable':
      return `没有导入：${refusalWording[problem.refusal]}`
    case 'not-stored':
      return `没有存上：${refusalWording[problem.refusal]}`
    case 'other-edition':
      return `这份清单是 ${sayEdition(problem.checklist.edition)}的，不能并入本年度，没有导入，这里没有改动。`
    case 'reply':
      return sayReplyProblem(problem.problem)
    case 'reply-of-other-edition':
      return `这份审核意见是 ${sayEdition(problem.edition)}的，没有导入，这里没有改动。请到 ${sayEdition(problem.edition)}的填报页导入。`
    case 'reply-to-other-unit':
      return `这是给“${problem.unit}”的审核意见，这台电脑上没有打开那个单位的清单，没有导入，这里没有改动。清单在别的电脑上的，请到那台电脑上导入，或先导入它的材料包。`
    case 'reply-known':
      return '这份审核意见已经导入过，没有变化。'
    case 'reply-older':
      return '这份审核意见比现在显示的早，没有导入，以后来的为准。'
  }
}

function sayReplyProblem(problem: ReplyProblem): string {
  switch (problem.code) {
    case 'cut':
      return '这份审核意见不完整，后面缺了一截，没有导入，这里没有改动。请重新下载，或向收件单位再要一份。'
    case 'altered':
      return '这份审核意见和发出时不一样，可能被编辑过，或者用浏览器“另存为”存过，没有导入，这里没有改动。请用收到的原文件，或向收件单位再要一份。'
    case 'newer-format':
      return '这份审核意见由更新版本的网页做成，这一版读不了，没有导入。请打开网站上最新的填报页再导入。'
    case 'broken':
      return '这份审核意见里的内容读不出来，没有导入，这里没有改动。请向收件单位再要一份。'
  }
}

/** 退回 3 项，存疑 1 项，12 月 28 日前补齐 */
export function sayReplyCounts({
  notes,
  until,
  accepted,
}: Pick<Reply, 'notes' | 'until' | 'accepted'>): string {
  const count = (which: string) => Object.values(notes).filter(({ verdict }) => verdict === which).length
  const [returned, doubtful] = [count('returned'), count('doubtful')]
  const [, month, day] = until.split('-').map(Number)
  if (returned + doubtful === 0) return `认可 ${accepted} 项，没有退回的`
  const parts = [
    returned > 0 && `退回 ${returned} 项`,
    doubtful > 0 && `存疑 ${doubtful} 项`,
    until !== '' && `${month} 月 ${day} 日前补齐`,
  ]
  return parts.filter(Boolean).join('，')
}

/** （收件单位）退回 3 项，12 月 28 日前补齐 */
export function sayReplyBriefly(reply: Pick<Reply, 'office' | 'notes' | 'until' | 'accepted'>): string {
  return reply.office + sayReplyCounts(reply)
}

/** Why no report or inventory was made; the person's texts are untouched by it. */
export function sayReportProblem(problem: PackProblem): string {
  switch (problem.code) {
    case 'too-large':
      return '没有生成：材料太多，目录写不下。填写的内容都在，请先在“打包”里打成几个压缩包，再打印目录。'
    case 'refused':
      return `没有生成：${refusalWording[problem.refusal]}填写的内容都在。`
    case 'mistake':
      return `没有生成：程序出错（${problem.message}）。填写的内容都在，请刷新页面再试一次。`
  }
}
