/** Last year's edition out of the pages that were published: its ids, texts, departments and template go on. */

import { readSite } from '../../../src/build/content-files'
import { buildEdition as buildPages, type EditionFolder, type PageContext } from '../../../src/build/edition'
import { readRows } from '../../../src/core/edition/read-rows'
import type { ColumnRole } from '../../../src/core/edition/table-source'
import { readPublished } from '../../../src/publish/draft/published'
import { compareYears } from '../../../src/publish/draft/years'
import { buildEdition } from '../../../src/publish/edition'
import { checklistPage, intakePage, publishPage } from '../../../src/publish/pages/app-frame'
import { readSource } from '../../../src/publish/read/source'
import { realEditions, realFolder } from '../edition/content-copy'
import { expect, test } from '../runner'
import { addColumn, smallTable, smallTitle } from './small-table'
import { toPage } from './table-files'

const real = realEditions[0] as EditionFolder
const edition = buildPages(real, '<p>各单位：</p>')
const site = readSite(`${realFolder}/site.yaml`, [])
if (!site) throw new Error('No site.yaml')
const context: PageContext = { site, editions: [edition], now: 0 }

const pages = {
  'the checklist page': checklistPage(edition, '../offline/2022-checklist.html', context).markup,
  'the single file': checklistPage(edition, null, context).markup,
  'the intake page': intakePage(edition, null, context).markup,
}

for (const [name, markup] of Object.entries(pages)) {
  test(`${name} gives next year the ids that the edition itself gives`, async () => {
    const [published] = readPublished(`<!DOCTYPE html><body>${markup}</body>`)
    expect(published?.isWhole).toBe(false)
    const again = published?.folder as EditionFolder
    const { title, departments } = real.files.indicators
    expect(again.files.indicators).toMatchObject({ title, departments })
    expect(again.files.report).toEqual(
      JSON.parse(
        JSON.stringify(real.files.report, (key, value) => (key === 'fromTemplate' ? undefined : value)),
      ),
    )
    expect(again.files.materials).toEqual(real.files.materials)
    expect(compareYears(real, [again]).filter(({ kind }) => kind !== 'kept')).toEqual([])
    const table = await readSource(Buffer.from(toPage(smallTable(), smallTitle)))
    const idsFrom = (before: EditionFolder) =>
      buildEdition('2031', table, undefined, [before]).indicators.data.indicators.map(({ id, items }) => [
        id,
        items,
      ])
    expect(idsFrom(again)).toEqual(idsFrom(real))
  })
}

test('a year in which one thing is headed by the name of another keeps both', async () => {
  const table = smallTable()
  addColumn(table, 1, ['考核内容', '查资料', '查资料', '查现场', '查现场'])
  const document = await readSource(Buffer.from(toPage(table, smallTitle)))
  const given = new Map<string, ColumnRole>([
    ['具体内容', 'content'],
    ['考核内容', 'criteria'],
  ])
  const { folder } = buildEdition('2031', document, undefined, [], given)
  const { markup } = checklistPage(buildPages(folder, ''), null, context)
  const [published] = readPublished(`<!DOCTYPE html><body>${markup}</body>`)
  const said = ({ files }: EditionFolder) =>
    readRows(files.indicators).map(({ content, criteria }) => [content, criteria])
  expect(said(published?.folder as EditionFolder)).toEqual(said(folder))
})

test('the tool’s own page of last year gives its editions whole', () => {
  const [published] = readPublished(publishPage(context).markup)
  expect(published).toEqual({ folder: JSON.parse(JSON.stringify(real)), isWhole: true })
})

test('another page, or one that was changed by hand, gives nothing', () => {
  expect(readPublished('<table><tr><td>序号</td></tr></table>')).toEqual([])
  expect(readPublished('<script type="application/json" id="page">{"catalogue":{</script>')).toEqual([])
  expect(readPublished('<script type="application/json" id="page">{"catalogue":{}}</script>')).toEqual([])
})
