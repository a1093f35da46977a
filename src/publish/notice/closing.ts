/** 落款: who signed the notice and when, and what is printed between the date and the first annex. */
import { beforeDay, isoDay } from './day'

interface Closing {
  /** How many lines are the body's. */
  bodyEnd: number
  /** Joint offices are joined by a space. */
  signatory: string | undefined
  /** One line that is named as an office is. */
  isSignatorySure: boolean
  /** ISO day. */
  dated: string | undefined
  /** Lines after the date. */
  after: string[]
}

const office = /(室|局|委|会|府|办|部|院|处|厅|所|站|组|中心)$/
const seal = /\s*[(（]\s*(盖\s*章|印\s*章|公\s*章)\s*[)）]\s*$/
const annexTitle = /^附\s*件\s*\d?\s*$/
/** With the annex's name on the same line; `附件：1.` begins the list of them. */
const annexStart = /^附\s*件(\s*\d|\s*$)/

/** Finds the closing of the lines from the salutation on. */
export function findClosing(lines: readonly string[]): Closing {
  const dateAt = lines.findIndex(endsNotice)
  if (dateAt < 0) {
    const annex = lines.findIndex(line => annexTitle.test(line))
    const bodyEnd = annex < 0 ? lines.length : annex
    return { bodyEnd, signatory: undefined, isSignatorySure: false, dated: undefined, after: [] }
  }
  const offices = [besideDay(lines[dateAt] ?? '') ?? ''].filter(Boolean)
  let bodyEnd = dateAt
  while (bodyEnd > 0) {
    const line = unsealed(lines[bodyEnd - 1] ?? '')
    // The line next to the date need not look like an office; those above it would be text.
    if (line !== '' && !(offices.length === 0 ? isShort(line) : isOffice(line))) break
    if (line !== '') offices.unshift(line)
    bodyEnd--
  }
  const rest = lines.slice(dateAt + 1)
  const annex = rest.findIndex(line => annexStart.test(line))
  return {
    bodyEnd,
    signatory: offices.join(' ') || undefined,
    isSignatorySure: offices.length === 1 && offices.every(isOffice),
    dated: isoDay(lines[dateAt] ?? ''),
    after: rest.slice(0, annex < 0 ? rest.length : annex),
  }
}

/** A date alone, or behind the office on one line. */
function endsNotice(line: string): boolean {
  const signer = besideDay(line)
  return signer === '' || (signer !== undefined && isOffice(signer))
}

/** The text before the day on its line, apart from a seal's place. */
function besideDay(line: string): string | undefined {
  const before = beforeDay(unsealed(line))
  return before === undefined ? undefined : unsealed(before)
}

function unsealed(line: string): string {
  return line.replace(seal, '').trim()
}

function isOffice(line: string): boolean {
  return isShort(line) && office.test(line)
}

/** Short and without punctuation, and neither an annex's name nor the closing formula. */
function isShort(line: string): boolean {
  return line.length <= 40 && !/[:：;；。,，、!！?？]|^附\s*件|^\d|^特此|[)）]$/.test(line)
}
