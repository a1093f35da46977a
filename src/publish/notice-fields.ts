/** The front matter of `notice.md`: what the notice's text says, what last year's said, and 【待填】 for the rest. */
import type { EditionFolder } from '../build/content-files'
import { type EditionFiles, toFill } from '../build/content-shape'
import { isoDay, type Notice } from './notice'
import type { NoticeDoubt } from './question'

export interface NewNotice {
  data: EditionFiles['notice']
  questions: NoticeDoubt[]
}

/** Which fields were read (no question), guessed from the text or taken from last year (a question each), or left open. */
export function buildNoticeFields(notice: Notice | undefined, last: EditionFolder | undefined): NewNotice {
  const questions: NoticeDoubt[] = []
  const before = last?.files.notice
  const text = notice?.paragraphs.join('\n') ?? ''
  const open = (field: string) => {
    if (notice) questions.push({ code: 'notice-field', field })
    return toFill
  }
  const guessed = (field: string, value: string | undefined) => {
    if (!value) return open(field)
    questions.push({ code: 'notice-guessed', field, value })
    return value
  }
  const printed = (field: string, value: string | undefined, guess?: string) => value || guessed(field, guess)
  const portal = (name: string) => notice?.portal.get(name)
  const find = (pattern: RegExp) => pattern.exec(text)?.[1]
  const data = {
    title: printed('title', notice?.title ?? portal('名称')),
    indexNumber: portal('索引号') ?? '',
    documentNumber: portal('文号') || (notice?.documentNumber ?? ''),
    publisher: printed('publisher', portal('发文机构'), before?.publisher),
    subject: printed('subject', portal('主题分类'), before?.subject),
    published: printed('published', isoDay(portal('发布日期') ?? ''), notice?.dated),
    validity: printed('validity', portal('有效性'), before?.validity),
    signatory: printed('signatory', notice?.signatory, before?.signatory),
    dated: printed('dated', notice?.dated),
    deadline: guessed('deadline', deadlineIn(text)),
    delivery: guessed('delivery', find(/(纸质[^,，。;；(（]*?报送|电子[^,，。;；(（]*?报送)/)),
    contact: {
      name: guessed('contact.name', find(/联系人\s*[:：]\s*([^\s,，;；:：]+?)(?=\s|联系|电话|[,，;；]|$)/m)),
      phone: guessed('contact.phone', find(/电话\s*[:：]\s*([\d—-]{7,}(?:转\d+)?)/)),
      email: guessed('contact.email', find(/([\w.+-]+@[\w-]+(?:\.[\w-]+)+)/)),
      address: guessed('contact.address', find(/[(（]([^()（）\n]*(?:室|楼|号|科))[)）]/)),
    },
    keywords: keywordsIn(text, before?.keywords ?? [], questions),
  }
  return { data, questions: notice ? questions : [{ code: 'notice-none' }] }
}

/** `2022年12月25日下午4时前` → `2022-12-25T16:00:00+08:00`; the end of the day where no hour is named. */
export function deadlineIn(text: string): string | undefined {
  const found =
    /(\d{4}年\d{1,2}月\d{1,2}日)(上午|下午|中午|晚上)?(?:(\d{1,2})(?:[时点]|[:：](?=\d))(\d{1,2})?分?(半)?)?(?:之?前|以前|截止)/.exec(
      text.replace(/[ \u00a0]/g, ''),
    )
  if (!found) return undefined
  const [, day = '', half, hour, minute, isHalf] = found
  if (hour === undefined) return `${isoDay(day)}T23:59:00+08:00`
  const isLater = (half === '下午' || half === '晚上') && Number(hour) < 12
  const time = [isLater ? Number(hour) + 12 : Number(hour), isHalf ? 30 : Number(minute ?? 0)]
  return `${isoDay(day)}T${time.map(part => String(part).padStart(2, '0')).join(':')}:00+08:00`
}

function keywordsIn(text: string, before: readonly string[], questions: NoticeDoubt[]): string[] {
  const found = before.filter(word => text.includes(word))
  if (text !== '')
    questions.push({ code: 'notice-guessed', field: 'keywords', value: found.join('、') || '（无）' })
  return found.length > 0 ? found : [toFill]
}
