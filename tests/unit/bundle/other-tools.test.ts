/** A packed bundle as other tools verify it, which know nothing of our code and do not undo what RFC 8493 encodes. */
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { continueCrc32 } from '../../../src/core/files/crc32'
import { draftBundle, packBundle } from '../../../src/io/bundle/pack-bundle'
import { writeWorkbook } from '../../../src/io/bundle/workbook'
import { run, runIn, withTools } from '../../tools'
import { digest, sha256Of } from '../generate'
import { expect, test } from '../runner'
import { catalogue, checklistAfter, fileOf, noon } from '../samples'

const names = [
  '合格率100%.xlsx',
  '%0A50%25.txt',
  '甲\\乙.pdf',
  '上\n下.docx',
  '左\r\n右.docx',
  '会 议  纪要 .doc',
  ' 前空.jpg',
  '引\'号"和`.txt',
  '*[a-z]?$(x).txt',
  '-n',
]

test('sha256sum -c finds every file of a bag, whatever characters its name had', withTools, async () => {
  const contents = names.map((name, i) => `${i} ${name}`)
  const files = names.map((name, i) => {
    const bytes = new TextEncoder().encode(contents[i])
    return { ...fileOf(name, contents[i]), sha256: sha256Of(bytes), crc32: continueCrc32(0, bytes) }
  })
  const checklist = checklistAfter({ kind: 'add-files', item: '7-1-1', files })
  const draft = draftBundle({ catalogue, checklist, report: new Uint8Array(0), now: noon })
  const blobs = new Map(files.map(({ sha256 }, i) => [sha256, new Blob([contents[i] ?? ''])]))
  const { volumes } = await packBundle(draft, () => blobs, digest, Number.POSITIVE_INFINITY, writeWorkbook)
  const zip = test.info().outputPath('材料包.zip')
  writeFileSync(zip, new Uint8Array((await volumes[0]?.blob.arrayBuffer()) as ArrayBuffer))
  const folder = test.info().outputPath('解压')
  run('unzip', '-q', zip, '-d', folder)
  const bag = join(folder, readdirSync(folder)[0] ?? '')
  for (const manifest of ['manifest-sha256.txt', 'tagmanifest-sha256.txt']) {
    const said = runIn(bag, 'sha256sum', '--strict', '-c', manifest)
    expect(said).not.toMatch(/FAILED|WARNING/)
    if (manifest.startsWith('manifest')) expect(said.match(/: OK$/gm)).toHaveLength(names.length)
  }
})
