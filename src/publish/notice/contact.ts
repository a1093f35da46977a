/** Whom to hand in to, where and how: all that a notice's text says of each, in its order. */

interface PrintedContact {
  delivery: string[]
  name: string[]
  /** Several numbers behind one label are one text, as printed. */
  phone: string[]
  email: string[]
  address: string[]
}

const space = '[^\\S\\n]'
const number = `(?:[(（]?0\\d{2,3}[)）]?${space}{0,2})?\\d[\\d—–-]{6,}(?:转\\d+)?`
const numbers = `${number}(?:(?:${space}*[,，、;；/]${space}*|${space}+)${number})*`
const phoneLabel = '(?:电\\s*话|联\\s*系\\s*方\\s*式|手\\s*机)(?:号码)?\\s*[:：]\\s*'
/** `联系人：某某 0715-1234567`, without a label of its own. */
const nameLabel = '联\\s*系\\s*人\\s*[:：]\\s*[^\\s,，;；:：()（）]+[\\s,，;；]+'
const patterns = {
  delivery: /(纸质[^,，。;；(（]*?报送|电子[^,，。;；(（]*?报送)/g,
  name: /联\s*系\s*人\s*[:：]\s*([^\s,，;；:：()（）。]+?)(?=联\s*系|电\s*话|手\s*机|[\s,，;；:：()（）。]|$)/gm,
  phone: new RegExp(`(?:${phoneLabel}|${nameLabel})(${numbers})`, 'g'),
  email: /([\w.+-]+@[\w-]+(?:\.[\w-]+)+)/g,
  address:
    /(?:(?:报送|邮寄|联系|通讯|收件|办公)?地\s*[址点]\s*[:：]\s*([^\n,，。;；()（）]+?)(?=\s*(?:联\s*系|电\s*话|邮\s*[箱编]|$|[\n,，。;；()（）])))|[(（]([^()（）\n:：]*(?:室|楼|号|科))[)）]/gm,
}

/** Each list without doubles; empty where the text doesn't say it. */
export function contactIn(text: string): PrintedContact {
  const all = (pattern: RegExp) => [
    ...new Set([...text.matchAll(pattern)].map(match => (match[1] ?? match[2] ?? '').trim())),
  ]
  return {
    delivery: all(patterns.delivery),
    name: all(patterns.name),
    phone: all(patterns.phone),
    email: all(patterns.email),
    address: all(patterns.address),
  }
}
