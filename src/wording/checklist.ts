/** The sentences of filling in a checklist: hints, refused files, failed saving, records that can't be read. */

import type { TextConflict } from '../core/checklist/merge'
import type { Hint } from '../core/checklist/progress'
import type { ActiveKind } from '../core/files/active-kind'
import type { Refusal } from '../core/files/refusal'
import type { Silent } from '../io/files/silence'
import type { StoredProblem } from '../io/storage/checklists'
import type { StorageMode } from '../io/storage/records'
import type { FileRefusal } from '../stores/adding'

export const hintWording = {
  'absent-file': '有文件只有名称、没有内容，不算完成：请导入缺的压缩包，或重新添加，或移除。',
  'remark-carried-over': '沿用了往年的备注，请核对：改一改，或点“核对过了”。',
  'ready-without-file': '已勾选“已备齐”，还没有附件。如只交纸质件，请在备注里说明。',
  'files-without-tick': '已有附件，还没有勾选“已备齐”。',
  'not-applicable-without-reason': '请填写不适用的理由，填写后才算完成。',
  'not-applicable-with-files': '标了“不适用”，但有附件；附件仍会放进材料包。',
} satisfies Record<Hint, string>

/** The names of what a person writes, as the page labels them. */
export const fieldWording = {
  name: '单位全称',
  departments: '评价部门',
  contact: '联络员',
  phone: '联系电话',
  reason: '不适用的理由',
  remark: '备注',
  response: '给收件单位的回复',
  report: '自评报告',
  score: '自评分',
} satisfies Record<TextConflict['field'] | 'departments', string>

/** Warns the clerk of an added file that runs when it is opened. */
export const activeHintWording = {
  'web-page': '是网页文件：打开它就会运行里面的程序，收件单位只能当文字看。建议另存为 PDF 再添加。',
  program: '是程序文件：收件单位不会打开它。请确认没有选错；要作印证材料的，建议截图或另存为 PDF 再添加。',
  macro: '含有宏（自动运行的程序）：收件单位可能打不开它。建议另存为不带宏的文件，或者另存为 PDF 再添加。',
} satisfies Record<ActiveKind, string>

export const fileRefusalWording = {
  empty: '是空文件（0 字节），没有添加。请检查原文件能否打开。',
  'already-there': '内容与这一项里已有的文件完全相同，没有重复添加。',
  'already-brought': '内容与已经放进来的文件完全相同，没有重复放进来。',
  'no-room':
    '浏览器的存储空间不够，没有添加；之前保存的内容都在。请清理磁盘、“最近移除的文件”或“最近删除的单位”，再添加一次。',
  vanished: '找不到了：文件可能已被移动、改名，或 U 盘已拔出。没有添加，请重新选择。',
  'changed-since-picked':
    '选择以后又被改动，或者正被别的程序占用，没有添加。请关闭打开它的程序，再重新选择。',
  blocked: '浏览器没有允许保存，没有添加。请检查浏览器是否禁止本网站保存数据。',
  cancelled: '已按您的要求取消，没有添加。',
  'broken-off': '没有添加：浏览器中断了保存。原因可能是磁盘满了，或者文件所在的 U 盘已拔出。请再添加一次。',
  silent: '没有添加：浏览器一直没有回应。请刷新页面看一看，没有的再添加一次。',
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
  'broken-off': '没有保存：浏览器中断了这次保存。您写的内容还在页面上，请点“重试”。',
  silent: '没有保存：浏览器一直没有回应。您写的内容还在页面上，请不要关闭，点“重试”。',
  'part-missing': '没有保存：网页有一部分没有加载成功。您写的内容还在页面上，请检查网络后点“重试”。',
  'checklist-gone': '没有保存：这份清单已在别的窗口里删除。您写的内容还在页面上，请先复制出来。',
  unknown: '没有保存：浏览器没有说明原因。您写的内容还在页面上，请点“重试”。',
} satisfies Record<Refusal, string>

/** Why a unit's checklist was not deleted. */
export const deleteRefusalWording = {
  'no-room': '没有删除：磁盘已满，浏览器连删除也做不了。清单和文件都还在，请先清理磁盘，再删除一次。',
  vanished: '没有删除：浏览器读不出保存的内容。清单和文件都没有动，请刷新页面再试。',
  'changed-since-picked': '没有删除：浏览器读不出保存的内容。清单和文件都没有动，请刷新页面再试。',
  blocked: '没有删除：浏览器没有允许改动保存的数据。清单和文件都还在，请刷新页面再试。',
  cancelled: '没有删除：浏览器中断了。清单和文件都还在，请再删除一次。',
  'broken-off': '没有删除：浏览器中断了。清单和文件都还在，请再删除一次。',
  silent: '没有删除：浏览器一直没有回应。请刷新页面，看一看清单还在不在。',
  'part-missing': '没有删除：网页有一部分没有加载成功。清单和文件都还在，请刷新页面再试。',
  'checklist-gone': '这份清单已在别的窗口里删除。',
  unknown: '没有删除：浏览器没有说明原因。清单和文件都还在，请再删除一次。',
} satisfies Record<Refusal, string>

/** Why the page could not open what is stored. */
export const openingWording = {
  'no-room': '磁盘已满，浏览器打不开保存的内容。请先清理磁盘。',
  vanished: '浏览器读不出保存的内容。',
  'changed-since-picked': '浏览器读不出保存的内容。',
  blocked: '浏览器没有允许读取保存的内容。',
  cancelled: '浏览器中断了读取。',
  'broken-off': '浏览器中断了读取。',
  silent:
    '浏览器已经好几秒没有回应。可能是电脑很忙，也可能别的窗口正在保存大文件；一有回应，本页会自己打开。',
  'part-missing': '网页有一部分没有加载成功，请检查网络。',
  'checklist-gone': '清单已在别的窗口里删除。',
  unknown: '浏览器没有说明原因。',
} satisfies Record<Refusal, string>

/** Says which part of the browser does not answer while the page is in use. */
export const silenceWording = {
  storage:
    '浏览器好几秒没有回应保存或读取的请求。已经保存的都在，没有存上的还在页面上，请不要关闭本页。可能正在存大文件，可以再等一等；一直这样，请点“不等了，再试”。',
  reading:
    '有文件好一会儿没有读完。可能是 U 盘或网络盘很慢，可以再等一等；一直这样，请点“不等了，再试”，读不完的文件会列出来。',
} satisfies Record<Silent, string>

export const storageWording = {
  memory:
    '这个浏览器不允许保存数据：现在填写的内容只在本页暂存，关闭页面就会丢失。请换一个浏览器，或关闭无痕模式后再填；如果继续，离开前务必下载材料包。',
  private:
    '这是隐私（无痕）窗口：填的内容和文件只留到关闭窗口为止。请换普通窗口再填；如果继续，关闭前务必下载材料包。',
  newer:
    '这个浏览器里的数据是由更新版本的网页保存的，这一版打不开，原样保留着。请用新版网页打开；在这里填写的内容只在本页暂存，关闭页面就会丢失。',
} satisfies Record<Exclude<StorageMode['kind'], 'durable'> | 'newer', string>

export function sayRecordProblem(problem: StoredProblem): string {
  switch (problem.code) {
    case 'newer-format':
      return `由更新版本的网页保存（格式 ${problem.format}），这一版打不开。内容原样保留着，请用新版网页打开。`
    case 'broken':
      return '记录不完整，打不开。内容原样保留着，没有改动。'
    case 'unreadable':
      return '浏览器读不出这份清单：它在磁盘上的文件可能坏了，或者被清理软件删了。别的清单不受影响。'
  }
}
