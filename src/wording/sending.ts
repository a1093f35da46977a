/** The sentences of 核对报送: mails to copy, photos left alone, what changed since the last hand-in. */
import type { Checklist } from '../core/checklist/checklist'
import type { LeftAlone } from '../core/sending/photos'

export const leftAloneWording = {
  damaged: '读不出来，可能已经损坏',
  'no-gain': '缩小了也省不下多少',
  unsupported: '这个浏览器不能缩小照片',
} satisfies Record<LeftAlone, string>

/** The last step: a team's part goes back to its unit. */
export function nameLastStep({ part }: Pick<Checklist, 'part'>): string {
  return part ? '核对交回' : '核对报送'
}

/** One of the mails that a bundle goes out in. */
export interface Mail {
  unit: string
  /** 2022年质量工作考核资料 */
  title: string
  /** The office that collects. */
  recipient: string
  index: number
  count: number
  files: number
  fingerprint: string
  contact: string
  phone: string
}

export function sayMailSubject({ unit, title, index, count }: Mail): string {
  return unit + title + (count > 1 ? `（共${count}封，第${index}封）` : '')
}

export function sayMailText(mail: Mail): string {
  const { unit, title, recipient, index, count, files, fingerprint, contact, phone } = mail
  const packages =
    count > 1
      ? `共${count}个压缩包，分${count}封发，这是第${index}封，有${files}个文件`
      : `1个压缩包，${files}个文件`
  const who = [contact && `联络员：${contact}`, phone && `电话：${phone}`].filter(Boolean).join('，')
  return [
    `${recipient}：`,
    `现报送我单位${title}，${packages}。校验码 ${fingerprint}。${who && `${who}。`}`,
    unit,
  ].join('\n')
}
