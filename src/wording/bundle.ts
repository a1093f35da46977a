/** The sentences for a bundle, report or inventory that could not be made, and for an import that was refused. */

import type { PackProblem } from '../stores/attempt'
import type { RefusedImport } from '../stores/backup/restore'
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
  }
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
