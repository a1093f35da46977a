/** Every code as the sentence a person reads: what happened, that nothing was lost (or what was), what to do. */

import type { Hint } from '../core/checklist/progress'
import type { RecordProblem } from '../core/checklist/record'
import type { ContentProblem } from '../core/edition/content'
import type { Refusal } from '../core/files/refusal'
import type { StorageMode } from '../io/storage/storage'
import type { FileRefusal } from '../stores/attachments'

export const hintWording = {
  'remark-carried-over': '沿用了往年的备注，请核对：改一改，或点“核对过了”。',
  'ready-without-file': '已勾选“已备齐”，还没有附件。如只交纸质件，请在备注里说明。',
  'files-without-tick': '已有附件，还没有勾选“已备齐”。',
  'not-applicable-without-reason': '请填写不适用的理由，填写后才算完成。',
  'not-applicable-with-files': '标了“不适用”，但有附件；附件仍会放进材料包。',
} satisfies Record<Hint, string>

export const fileRefusalWording = {
  empty: '是空文件（0 字节），没有添加。请检查原文件能否打开。',
  'already-there': '内容与这一项里已有的文件完全相同，没有重复添加。',
  'no-room': '浏览器的存储空间不够，没有添加；之前保存的内容都在。请清理磁盘或“最近移除的文件”，再添加一次。',
  vanished: '找不到了：文件可能已被移动、改名，或 U 盘已拔出。没有添加，请重新选择。',
  'changed-since-picked':
    '选择以后又被改动，或者正被别的程序占用，没有添加。请关闭打开它的程序，再重新选择。',
  blocked: '浏览器没有允许保存，没有添加。请检查浏览器是否禁止本网站保存数据。',
  cancelled: '已按您的要求取消，没有添加。',
  'checklist-gone': '这份清单已在别的窗口里删除，没有添加。',
  'part-missing': '网页有一部分没有加载成功，没有添加。请检查网络，再添加一次。',
  unknown: '没有添加：浏览器没有说明原因。请再试一次。',
} satisfies Record<FileRefusal, string>

export const saveRefusalWording = {
  'no-room': '没有保存：浏览器的存储空间不够。您写的内容还在页面上，请清理磁盘后点“重试”。',
  vanished: '没有保存：要用的文件找不到了。您写的内容还在页面上。',
  'changed-since-picked': '没有保存：文件被改动过。您写的内容还在页面上。',
  blocked: '没有保存：浏览器没有允许保存数据。您写的内容还在页面上，请点“重试”。',
  cancelled: '没有保存：浏览器中断了这次保存。您写的内容还在页面上，请点“重试”。',
  'part-missing': '没有保存：网页有一部分没有加载成功。您写的内容还在页面上，请检查网络后点“重试”。',
  'checklist-gone': '没有保存：这份清单已在别的窗口里删除。您写的内容还在页面上，请先复制出来。',
  unknown: '没有保存：浏览器没有说明原因。您写的内容还在页面上，请点“重试”。',
} satisfies Record<Refusal, string>

export const storageWording = {
  memory:
    '这个浏览器不允许保存数据：现在填写的内容只在本页暂存，关闭页面就会丢失。请换一个浏览器，或关闭无痕模式后再填；如果继续，离开前务必下载材料包。',
  newer:
    '这个浏览器里的数据是由更新版本的网页保存的，这一版打不开，原样保留着。请用新版网页打开；在这里填写的内容只在本页暂存，关闭页面就会丢失。',
} satisfies Record<Exclude<StorageMode['kind'], 'durable'> | 'newer', string>

export function sayRecordProblem(problem: RecordProblem): string {
  switch (problem.code) {
    case 'newer-format':
      return `由更新版本的网页保存（格式 ${problem.format}），这一版打不开。内容原样保留着，请用新版网页打开。`
    case 'broken':
      return `记录不完整（${problem.field}），打不开。内容原样保留着，没有改动。`
  }
}

export function sayContentProblem(problem: ContentProblem): string {
  switch (problem.code) {
    case 'duplicate-id':
      return '编号重复。每个编号只能用一次，请改成没有用过的编号。'
    case 'duplicate-unit':
      return `与“${problem.other}”的名称或别名相同。每个单位写一次，别名不能与别的单位相同。`
    case 'bad-id':
      return `编号写法不对，应写成 ${problem.expected} 的样子。`
    case 'unknown-department':
      return `评价部门“${problem.department}”不在 departments 里。请改成已有的部门，或先把它加进 departments。`
    case 'scoring-not-one':
      return 'points（分值）、deduction（最高扣分）、veto（一票否决）三个里要写一个，也只能写一个。'
    case 'merged-with-other':
      return `写了 departmentMerged: true（评价部门一格与上一行合并），评价部门却与上一行 ${problem.above} 不同。请改成相同的部门；不是合并的，删去这一句，编者注里说补为别的部门的也删去。`
    case 'wrong-points':
      return `声明总分 ${problem.declared} 分，各行加起来是 ${problem.found} 分。请核对各行 points；各行都对的，把 declared 里的 points 改成 ${problem.found}。`
    case 'wrong-rows':
      return `声明 ${problem.declared} 行，实际 ${problem.found} 行。请核对有没有漏行、多行。`
    case 'wrong-items':
      return `声明 ${problem.declared} 个材料项，实际 ${problem.found} 个。请核对 items。`
    case 'items-without-evidence':
      return '写了 items，却没有 evidence（印证材料清单原文）。请补上原文。'
    case 'evidence-without-items':
      return '写了 evidence（印证材料清单原文），却没有拆成 items。请补上 items。'
    case 'title-without-placeholder':
      return `标题里没有“${problem.placeholder}”，自评报告的标题就换不上单位名称。`
    case 'unknown-material':
      return `共性资料里没有“${problem.item}”这一项。请改成 materials.yaml 里有的编号；没有这样一项的，整行删掉。`
    case 'text-not-in-source':
      return `“${problem.text}”在原文里找不到，可能抄错了字。请与原文逐字核对。`
    case 'reused-id':
      return `这个编号在 ${problem.year} 年度指的是“${problem.text}”，现在成了另一件事。请换一个从未用过的编号。`
  }
}
