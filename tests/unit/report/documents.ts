/** Reports written to files, and read back with Python's standard library. */
import { writeFileSync } from 'node:fs'
import type { Change } from '../../../src/core/checklist/change'
import type { Checklist } from '../../../src/core/checklist/checklist'
import { reportFields } from '../../../src/core/report/report'
import { writeDocument } from '../../../src/io/report/docx'
import { runPython } from '../../tools'
import { test } from '../runner'
import { catalogue, checklistAfter, noon, withDepartments } from '../samples'

const program = `
import json, sys, zipfile
import xml.etree.ElementTree as xml
w = '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}'
archive = zipfile.ZipFile(sys.argv[1])
assert archive.testzip() is None
for name in archive.namelist():
    if name.endswith('.xml') or name.endswith('.rels'): xml.fromstring(archive.read(name))
document = xml.fromstring(archive.read('word/document.xml'))
words = lambda p: ''.join('\\t' if t.tag == w + 'tab' else t.text or '' for t in p.iter() if t.tag in (w + 't', w + 'tab'))
section = document.find('.//' + w + 'sectPr')
attributes = lambda tag: {key.replace(w, ''): value for key, value in section.find(w + tag).attrib.items()}
parts = [archive.read(name).decode() for name in archive.namelist() if name.startswith('word/') and 'theme/' not in name]
print(json.dumps({
    'paragraphs': [words(p) for p in document.find(w + 'body').findall(w + 'p')],
    'rows': [[words(c) for c in row.iter(w + 'tc')] for row in document.iter(w + 'tr')],
    'grid': [int(c.get(w + 'w')) for c in document.iter(w + 'gridCol')],
    'repeated': sum(1 for row in document.iter(w + 'tr') if row.find('.//' + w + 'tblHeader') is not None),
    'whole': sum(1 for row in document.iter(w + 'tr') if row.find('.//' + w + 'cantSplit') is not None),
    'fonts': sorted({value for part in parts for e in xml.fromstring(part).iter(w + 'rFonts') for value in e.attrib.values()}),
    'themed': sum(part.count('Theme=') for part in parts),
    'page': attributes('pgSz'), 'margin': attributes('pgMar'), 'grids': attributes('docGrid'),
    'dates': sorted({str(entry.date_time) for entry in archive.infolist()}),
    'core': archive.read('docProps/core.xml').decode(),
}))
`

export interface Read {
  paragraphs: string[]
  rows: string[][]
  grid: number[]
  repeated: number
  whole: number
  fonts: string[]
  themed: number
  page: Record<string, string>
  margin: Record<string, string>
  grids: Record<string, string>
  dates: string[]
  core: string
}

export const write = (id: string, text: string): Change => ({ kind: 'set-report-text', id, text })

export async function save(checklist: Checklist): Promise<string> {
  const path = test.info().outputPath('自评报告.docx')
  writeFileSync(path, await writeDocument(catalogue, checklist, noon))
  return path
}

export function read(path: string): Read {
  return JSON.parse(runPython(program, path)) as Read
}

/** Every field filled with three lines, no two alike. */
export function fullReport(departments: readonly string[]): { checklist: Checklist; typed: string[] } {
  const bare = withDepartments(checklistAfter(), [...departments])
  const texts = reportFields(catalogue, bare).map(({ id }) => {
    const lines = ['一', '二', '三'].map(
      (number, i) =>
        `${number}是落实${id}各项要求，召开专题会议${i + 2}次，印发文件《${id}工作方案》，整改问题3${i}个。`,
    )
    return { id, lines }
  })
  const changes = texts.map(({ id, lines }) => write(id, lines.join('\n')))
  return {
    checklist: withDepartments(checklistAfter(...changes), [...departments]),
    typed: texts.flatMap(({ lines }) => lines),
  }
}
