/**
 * SHA-256 of bundles as they have always been packed, but for names with %, which became ％ once (`core/text/filename`), and for
 * the lists and the report, whose paper was set anew once: 压缩包 for 卷, names that open, no sheet with a line.
 * Where one changes, the bundles of every unit change: that needs a reason, and a check that older pages still read them.
 * Nothing here depends on the content of an edition.
 */

import type { Change } from '../../../src/core/checklist/change'
import { type AttachedFile, buildChecklist, type Checklist } from '../../../src/core/checklist/checklist'
import { buildCatalogue } from '../../../src/core/edition/catalogue'
import { continueCrc32 } from '../../../src/core/files/crc32'
import { draftBundle, packBundle } from '../../../src/io/bundle/pack-bundle'
import { writeWorkbook } from '../../../src/io/bundle/workbook'
import { writeReport } from '../../../src/io/report/docx'
import { bytesOf, digest, sha256Of } from '../generate'
import { expect, test } from '../runner'
import { afterChanges, morning, noon, smallSource } from '../samples'

const catalogue = buildCatalogue(smallSource())
const names = [
  '方案.docx',
  '=1+1.pdf',
  '100%.txt',
  '现场 照片（一）.JPG',
  'CON',
  `${'长'.repeat(90)}.pdf`,
  '方案.docx',
]
const contents = names.map((name, i) => bytesOf(name + i, 20_000 + 7 * i))
const files = names.map((name, i): AttachedFile => {
  const bytes = contents[i] ?? new Uint8Array()
  const [size, type, added] = [bytes.length, i % 2 ? '' : 'application/pdf', morning.toISOString()]
  return {
    sha256: sha256Of(bytes),
    crc32: continueCrc32(0, bytes),
    size,
    type,
    name,
    originalName: name,
    added,
  }
})
const blobs = new Map(files.map(({ sha256 }, i) => [sha256, new Blob([contents[i] ?? ''])]))

test('a bundle has the bytes it always had: without files, whole, and in volumes', async () => {
  const filled = fillIn([
    { kind: 'add-files', item: '0-1', files: files.slice(0, 4) },
    { kind: 'add-files', item: '1-1-1', files: files.slice(3) },
    { kind: 'set-ready', item: '1-1-1', ready: true },
    { kind: 'set-remark', item: '1-1-1', remark: '另有纸质 <一份> & "副本"\n第二行' },
    { kind: 'set-not-applicable', item: '1-1-2', notApplicable: true },
    { kind: 'set-reason', item: '1-1-2', reason: '没有检查对象'.repeat(50) },
    { kind: 'rename-file', item: '0-1', sha256: files[0]?.sha256 ?? '', name: '工作计划' },
    { kind: 'set-report-text', id: 'overview', text: '总体情况良好。\n\n制度健全。' },
  ])
  expect([await pack(fillIn([])), await pack(filled), await pack(filled, 150_000)]).toEqual([
    ['d7b077880188fbdfebfa11e498667e9295af1766398e35fe7618208562065bca'],
    ['e77c7ef4fde417b4a432795dd552d2d93f7a494bf169e8764dfa9deb615d567d'],
    [
      '51a15ae51fdf5400cfccfaed86b993ae891b37574595121abfad621f4dd45d6f',
      '6353de0f71d223d07830f2b93b4524edfa62eb8e807d66b4718f341e6cf49b89',
    ],
  ])
})

/** SHA-256 of each volume. */
async function pack(checklist: Checklist, limit = Number.POSITIVE_INFINITY): Promise<string[]> {
  const report = await writeReport(catalogue, checklist, noon)
  const draft = draftBundle({ catalogue, checklist, report, now: noon })
  const { volumes } = await packBundle(draft, () => blobs, digest, limit, writeWorkbook)
  return Promise.all(volumes.map(async ({ blob }) => (await digest(blob)).sha256))
}

function fillIn(changes: Change[]): Checklist {
  const unit = { name: '甲县水利局', departments: ['water'], contact: '联络员', phone: '0700-1234567' }
  const empty = buildChecklist('0123456789abcdef', '2031', unit, morning)
  return afterChanges(empty, changes, morning)
}
