/** The real table as people save it becomes the data of `content/2022` again: same rows, same items, same ids. */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { EditionFolder } from '../../../src/build/edition'
import type { CatalogueSource } from '../../../src/core/edition/content'
import { buildEdition } from '../../../src/publish/edition'
import { readSource as readFile } from '../../../src/publish/read/source'
import { withTools } from '../../tools'
import { realEditions } from '../edition/content-copy'
import { expect, test } from '../runner'
import { readSource } from '../samples'
import { printedTable, throughOffice, toCsv, toPage, toWord, toWorkbook } from './table-files'

const source = readSource()
const table = printedTable(source)
const title = source.title
const noticeBytes = readFileSync(new URL('../../fixtures/notice-2022.txt', import.meta.url))

const files: [name: string, write: () => Promise<Buffer | string> | string][] = [
  ['a Word document', () => toWord([table], ['附件1', title])],
  ['an Excel workbook', () => toWorkbook(table, title)],
  ['a saved web page', () => toPage(table, title)],
]

for (const [name, write] of files) {
  test(`${name} of the notice’s table imports to the data of 2022`, async () => {
    const made = await importTable(Buffer.from(await write()), realEditions)
    expect(made).toEqual(withoutNotes(source))
  })

  test(`${name} imports to the same where no edition came before`, async () => {
    const made = await importTable(Buffer.from(await write()), [])
    expect(made).toEqual(withoutNotes(source))
  })
}

for (const [name, write] of files) {
  test(`${name} is asked about for its doubled name and its lists without numbers only`, async () => {
    const { questions } = await build(Buffer.from(await write()), realEditions)
    const asked = questions.filter(({ code }) => !/^(notice|material|report|notes)-/.test(code))
    expect(asked.map(({ row, code }) => `${row} ${code}`)).toEqual([
      '7-1 list-split',
      '8-2 list-split',
      '10-1 name-doubled',
      // The report's template and the portal's foot, which stand below the notice.
      'undefined text-lost',
    ])
  })
}

for (const [name, write] of [
  ['考核要点.docx', () => toWord([table], ['附件1', title])],
  ['考核要点.xlsx', () => toWorkbook(table, title)],
] as const) {
  test(`${name}, saved anew by LibreOffice, imports to the same`, withTools, async () => {
    const bytes = throughOffice(test.info().outputPath(), name, await write())
    expect(await importTable(bytes, realEditions)).toEqual(withoutNotes(source))
  })
}

test('a CSV, which has no merged cells, imports to the same', async () => {
  const made = await importTable(Buffer.from(toCsv(table)), realEditions)
  expect(made).toEqual({ ...withoutNotes(source), title: '咸宁市2023年质量工作考核要点' })
})

/** What the file would say as next year’s table, without the editor's notes. */
async function importTable(bytes: Buffer, editions: EditionFolder[]) {
  const { files } = await build(bytes, editions)
  return withoutNotes(parse(files['indicators.yaml']) as CatalogueSource)
}

function withoutNotes({ title, declared, departments, indicators }: Omit<CatalogueSource, 'edition'>) {
  return { title, declared, departments, indicators: indicators.map(({ note, ...row }) => row) }
}

async function build(bytes: Buffer, editions: EditionFolder[]) {
  return buildEdition('2023', await readFile(bytes), await readFile(noticeBytes), editions)
}
