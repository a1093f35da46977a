import { type Mail, sayMailSubject, sayMailText } from '../../../src/wording/sending'
import { expect, test } from '../runner'

const mail: Mail = {
  unit: '青禾县农业农村局',
  title: '2022年质量工作考核资料',
  recipient: '青禾县质量强县工作委员会办公室',
  index: 2,
  count: 4,
  files: 36,
  fingerprint: '9D15-C483-0991-C044',
  contact: '质量股联络员',
  phone: '0715-1234567',
}

test('a mail says whose it is, which of how many, how many files, and the 校验码', () => {
  expect(sayMailSubject(mail)).toBe('青禾县农业农村局2022年质量工作考核资料（共4封，第2封）')
  expect(sayMailText(mail)).toBe(
    [
      '青禾县质量强县工作委员会办公室：',
      '现报送我单位2022年质量工作考核资料，共4个压缩包，分4封发，这是第2封，有36个文件。校验码 9D15-C483-0991-C044。联络员：质量股联络员，电话：0715-1234567。',
      '青禾县农业农村局',
    ].join('\n'),
  )
})

test('a mail for an only package counts no mails, and leaves out whom nobody named', () => {
  const only = { ...mail, index: 1, count: 1, contact: '', phone: '' }
  expect(sayMailSubject(only)).toBe('青禾县农业农村局2022年质量工作考核资料')
  expect(sayMailText(only)).toContain('1个压缩包，36个文件。校验码 9D15-C483-0991-C044。\n')
})
