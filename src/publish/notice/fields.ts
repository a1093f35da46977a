/** The front matter of `notice.md`: what the notice's text says, what last year's said, and 【待填】 for the rest. */

import type { EditionFiles } from '../../build/content-shape'
import type { EditionFolder } from '../../build/edition'
import { toFill } from '../../core/edition/content'
import type { NoticeDoubt } from '../question'
import { contactIn } from './contact'
import { deadlinesIn, isoDay } from './day'
import { emptyNotice, type Notice } from './notice'

interface NewNotice {
  data: EditionFiles['notice']
  questions: NoticeDoubt[]
}

/** Lines after the date that are asked about one by one; further ones, of a page's foot, are quoted together. */
const mostAsked = 10

/** Which fields were read (no question), guessed from the text or taken from last year (a question each), or left open. */
export function buildNoticeFields(notice: Notice | undefined, last: EditionFolder | undefined): NewNotice {
  if (!notice) {
    // What last year's says is a guess all the same; one question stands for all of them.
    const { data } = fieldsOf(emptyNotice, last)
    return { data, questions: [{ code: 'notice-none' }] }
  }
  const { data, questions } = fieldsOf(notice, last)
  return { data, questions: [...questions, ...leftOut(notice.after)] }
}

function fieldsOf(notice: Notice, last: EditionFolder | undefined): NewNotice {
  const questions: NoticeDoubt[] = []
  const before = last?.files.notice
  const body = [...notice.paragraphs, ...notice.plan].join('\n')
  const contact = contactIn([body, ...notice.after].join('\n'))
  const guessed = guesser(questions)
  const read = (field: string, value: string | undefined, guess?: string) => value || guessed(field, [guess])
  /** A field that a notice need not have: absent and asked where it is not found. */
  const missing: string[] = []
  const open = (field: string, values: readonly (string | undefined)[], from?: string) => {
    if (values[0]) return guessed(field, values, from)
    missing.push(field)
    return undefined
  }
  const portal = (name: string) => notice.portal.get(name)
  const data = {
    title:
      notice.title && !notice.isTitleSure
        ? guessed('title', [notice.title, ...notice.otherTitles])
        : read('title', notice.title ?? portal('名称')),
    indexNumber: portal('索引号') ?? '',
    documentNumber: portal('文号') || (notice.documentNumber ?? ''),
    publisher: read('publisher', portal('发文机构'), before?.publisher ?? notice.signatory),
    ...optional({ subject: portal('主题分类') || (before?.subject && open('subject', [before.subject])) }),
    published: read('published', isoDay(portal('发布日期') ?? ''), notice.dated),
    ...optional({ validity: portal('有效性') || (before?.validity && open('validity', [before.validity])) }),
    signatory: notice.isSignatorySure
      ? read('signatory', notice.signatory)
      : guessed('signatory', [notice.signatory ?? before?.signatory]),
    dated: read('dated', notice.dated),
    ...optional({
      deadline: deadlineIn(body, notice.dated, open),
      delivery: open('delivery', contact.delivery),
    }),
    contact: optional({
      name: open('contact.name', contact.name),
      phone: open('contact.phone', contact.phone),
      email: open('contact.email', contact.email),
      address: open('contact.address', contact.address),
    }),
    keywords: keywordsIn(body, before?.keywords ?? [], questions),
  }
  if (missing.length > 0) questions.push({ code: 'notice-fields', fields: missing })
  return { data, questions }
}

type Guesser = (field: string, values: readonly (string | undefined)[], from?: string) => string

/** Takes the first of the values and asks about it and the others; where there is none, the field is left open and asked. */
function guesser(questions: NoticeDoubt[]): Guesser {
  return (field, [value, ...more], from) => {
    const others = more.filter(other => other !== undefined)
    if (!value) questions.push({ code: 'notice-field', field })
    else
      questions.push({
        code: 'notice-guessed',
        field,
        value,
        ...(from && { from }),
        ...(others.length > 0 && { others }),
      })
    return value || toFill
  }
}

type Opener = (field: string, values: readonly (string | undefined)[], from?: string) => string | undefined

function deadlineIn(body: string, dated: string | undefined, open: Opener): string | undefined {
  const [first, ...others] = deadlinesIn(body, dated)
  const sentences = others.map(({ from }) => from).filter(from => from !== first?.from)
  return open('deadline', [first?.value, ...sentences], first?.from)
}

/** The fields that have a value. */
export function optional<Fields extends Record<string, string | undefined | ''>>(
  fields: Fields,
): { [Key in keyof Fields]?: string } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value)) as {
    [Key in keyof Fields]?: string
  }
}

function leftOut(lines: readonly string[]): NoticeDoubt[] {
  const rest = lines.slice(mostAsked)
  return [
    ...lines.slice(0, mostAsked).map(text => ({ code: 'notice-line-left-out' as const, text })),
    ...(rest[0] === undefined ? [] : [{ code: 'notice-lines-left-out' as const, texts: rest }]),
  ]
}

function keywordsIn(text: string, before: readonly string[], questions: NoticeDoubt[]): string[] {
  const found = before.filter(word => text.includes(word))
  if (found.length > 0) questions.push({ code: 'notice-guessed', field: 'keywords', value: found.join('、') })
  return found
}
