/** A notice as it is typed or published becomes `notice.md` and the common materials. */
import { Document, LevelFormat, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import type { EditionFolder } from '../../../src/build/edition'
import { collectEarlier } from '../../../src/publish/earlier'
import { buildMaterials } from '../../../src/publish/materials'
import { buildNoticeFields } from '../../../src/publish/notice/fields'
import { parseNotice, writeBody } from '../../../src/publish/notice/notice'
import { readSource } from '../../../src/publish/read/source'
import { realEditions } from '../edition/content-copy'
import { expect, test } from '../runner'
import { importBytes, smallTable, smallTitle } from './small-table'
import { toWord } from './table-files'

const real = realEditions[0] as EditionFolder

const lines = [
  '某质强委办〔2031〕5号',
  '某县质量强县工作委员会办公室关于报送',
  '2031年度质量工作考核资料的通知',
  '各成员单位：',
  '现将有关事项通知如下：',
  '一、提交资料',
  '1、2031年度质量强县工作计划；',
  '2、培训台账，含签到表；',
  '3、对照《考核要点》提供印证材料。',
  '二、请于2031年12月5日前将电子版报送至县质强办。',
  '1. 逾期不再受理。',
  '*注：加盖公章。',
  '联系人：联络员甲   联系电话：0715-1234567',
  '附件：1. 某市2031年质量工作考核要点',
  '2. 自评报告（模板）',
  '某县质量强县工作委员会办公室',
  '2031年11月3日',
  '附件1',
  '1、不是通知的正文',
]

test('a typed notice gives title, number, signature and body, annexes as links', async () => {
  const notice = parseNotice((await readSource(await toWord([smallTable()], lines))).lines)
  expect(notice).toMatchObject({
    title: '某县质量强县工作委员会办公室关于报送2031年度质量工作考核资料的通知',
    documentNumber: '某质强委办〔2031〕5号',
    signatory: '某县质量强县工作委员会办公室',
    dated: '2031-11-03',
  })
  expect(writeBody(notice?.paragraphs ?? [])).toBe(
    [
      '各成员单位：',
      '现将有关事项通知如下：',
      '## 一、提交资料',
      '1、2031年度质量强县工作计划；',
      '2、培训台账，含签到表；',
      '3、对照《考核要点》提供印证材料。',
      '二、请于2031年12月5日前将电子版报送至县质强办。',
      '1\\. 逾期不再受理。',
      '\\*注：加盖公章。',
      '联系人：联络员甲   联系电话：0715-1234567',
      '附件：1. [某市2031年质量工作考核要点](indicators.html)',
      '2\\. [自评报告（模板）](#annex-2)',
    ].join('\n\n'),
  )
})

test('what the text does not say is left open and asked, and no person is carried over from last year', () => {
  const { data, questions } = buildNoticeFields(parseNotice(lines), real)
  expect(data).toMatchObject({
    documentNumber: '某质强委办〔2031〕5号',
    publisher: real.files.notice.publisher,
    published: '2031-11-03',
    deadline: '2031-12-05T23:59:00+08:00',
    contact: { name: '联络员甲', phone: '0715-1234567' },
  })
  const open = questions.flatMap(question => (question.code === 'notice-fields' ? question.fields : []))
  expect(open).toEqual(['contact.email', 'contact.address'])
})

test('the points of section one are common materials by last year’s ids; new ones get free ids', () => {
  const { data, questions } = buildMaterials(
    '2031',
    '某市2031年考核要点',
    parseNotice(lines),
    collectEarlier([real], '2031'),
  )
  expect(data.title).toBe('2031年质量工作考核资料')
  expect(data.items).toEqual([
    { id: '0-2', label: '工作计划', text: '2031年度质量强县工作计划' },
    { id: '0-4', label: '培训台账', text: '培训台账，含签到表' },
  ])
  expect(questions.map(({ code }) => code)).toEqual(['material-left-out', 'material-label'])
})

test('Word’s automatic numbers count: in the column of numbers and in a list', async () => {
  const numbered = (text: string, reference: string) =>
    new Paragraph({ text, numbering: { reference, level: 0 } })
  const rows = smallTable().map(
    (cells, index) =>
      new TableRow({
        children: cells.map(({ text, ...spans }, column) => {
          const isNumber = index > 0 && column === 0 && /^\d$/.test(text)
          const list = text.split(/(?<=。)(?=\d\.)/).map(part => part.replace(/^\d\./, ''))
          const children = isNumber
            ? [numbered('', 'rows')]
            : /^1\./.test(text)
              ? list.map(part => numbered(part, `list${index}`))
              : [new Paragraph(text)]
          return new TableCell({ ...spans, children })
        }),
      }),
  )
  const config = ['rows', 'list1', 'list2'].map(reference => ({
    reference,
    levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.' }],
  }))
  const document = new Document({
    numbering: { config },
    sections: [{ children: [new Paragraph(smallTitle), new Table({ rows })] }],
  })
  const { data, questions } = await importBytes(await Packer.toBuffer(document))
  const typed = await importBytes(await toWord([smallTable()], [smallTitle]))
  expect(questions).toEqual([])
  expect(data).toEqual(typed.data)
})
