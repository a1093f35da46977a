/** The platform's refusals as sentences that give the cause of any failure. */
import type { Refusal } from '../core/files/refusal'

/** To stand behind the words for what failed: 没有打包：浏览器的存储空间不够…… */
export const refusalWording = {
  'no-room': '浏览器的存储空间不够，请清理磁盘后再试。',
  vanished: '文件找不到了，可能已被移动、改名，或 U 盘已拔出。',
  'changed-since-picked': '文件读不出来，可能被改动过，或者正被别的程序占用。',
  blocked: '浏览器没有允许读写保存的数据，请刷新页面再试。',
  cancelled: '已按您的要求停止。',
  'broken-off': '浏览器中断了操作，可能是磁盘满了，或者 U 盘已拔出，请再试一次。',
  silent: '浏览器一直没有回应，请刷新页面再试。',
  'checklist-gone': '这份清单已在别的窗口里删除。',
  'part-missing': '网页有一部分没有加载成功，请检查网络后再试。',
  unknown: '浏览器没有说明原因，请再试一次。',
} satisfies Record<Refusal, string>
