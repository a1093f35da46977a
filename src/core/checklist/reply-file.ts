/**
 * 审核意见 as a file: a page for people that carries its data with it. Here it is read back; `core/review/reply-page` writes it.
 * Its head has a digest of all of it: what was cut off or changed on the way says nothing that anybody can rely on.
 */
import { sha256 } from '@noble/hashes/sha2'
import { decodeEntities } from '../text/xml-tags'
import { FieldError } from './fields'
import type { RecordProblem } from './record'
import type { Reply } from './returned'
import { parseReply } from './returned-record'

const replyFormat = 1

/** `cut`: its end is missing. `altered`: it is not as it was written. */
export type ReplyProblem = { code: 'cut' } | { code: 'altered' } | RecordProblem

export type ReplyResult = { ok: true; reply: Reply } | { ok: false; problem: ReplyProblem }

/** How much of a file's beginning tells whether it is one. */
export const replyHeadSize = 1024
/** A hundred items with a long note each have some 200 KB. */
export const longestReply = 8 * 1024 * 1024

const mark = /<meta name="yinzheng-reply" content="(\d+) ([0-9a-f]{64})">/
/** In the place of the digest while it is made. */
const noDigest = '0'.repeat(64)

/** Whether a text begins as the file does. */
export function isReplyFile(head: string): boolean {
  return mark.test(head)
}

/** The line of a page's head that tells what it is; `sealReply` puts the digest into it. */
export const replyMark = `<meta name="yinzheng-reply" content="${replyFormat} ${noDigest}">`

/** The data as it stands in the page, where nothing shows it. */
export function writeReplyData(reply: Reply): string {
  const text = JSON.stringify(reply).replace(/[&<>]/g, character => `&#${character.charCodeAt(0)};`)
  return `<pre id="data" hidden>${text}</pre>`
}

/** The page with the digest of all else in it. */
export function sealReply(page: string): string {
  return page.replace(replyMark, replyMark.replace(noDigest, digestOf(page)))
}

/** Reads a page that `isReplyFile`. */
export function readReplyFile(page: string): ReplyResult {
  const [whole = '', format = '', digest = ''] = mark.exec(page) ?? []
  if (Number(format) > replyFormat)
    return { ok: false, problem: { code: 'newer-format', format: Number(format) } }
  if (!page.trimEnd().endsWith('</html>')) return { ok: false, problem: { code: 'cut' } }
  if (digestOf(page.replace(whole, replyMark)) !== digest) return { ok: false, problem: { code: 'altered' } }
  try {
    const data = /<pre id="data" hidden>([^<]*)<\/pre>/.exec(page)?.[1] ?? ''
    return { ok: true, reply: parseReply(JSON.parse(decodeEntities(data))) }
  } catch (error) {
    if (error instanceof FieldError) return { ok: false, problem: { code: 'broken', field: error.message } }
    if (error instanceof SyntaxError) return { ok: false, problem: { code: 'broken', field: 'data' } }
    throw error
  }
}

/** Mail programs change line ends and add some at the end: these are left out of account. */
function digestOf(page: string): string {
  const text = page
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .trimEnd()
  const bytes = sha256(new TextEncoder().encode(text))
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')
}
