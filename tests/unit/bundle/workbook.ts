/** A workbook as Python's standard library reads it: no code of ours, no library of the page's. */
import { writeFileSync } from 'node:fs'
import { runPython } from '../../tools'
import { test } from '../runner'

const program = `
import json, re, sys, zipfile
import xml.etree.ElementTree as xml
space = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
relation = '{http://schemas.openxmlformats.org/officeDocument/2006/relationships}'
archive = zipfile.ZipFile(sys.argv[1])
assert archive.testzip() is None
parts = {name: xml.fromstring(archive.read(name)) for name in archive.namelist()}
styles, book = (parts['xl/' + name + '.xml'] for name in ('styles', 'workbook'))
first = lambda root, tag: root.find('.//' + space + tag)
unescape = lambda text: re.sub('_x([0-9A-Fa-f]{4})_', lambda match: chr(int(match[1], 16)), text)
strings = [unescape(''.join(si.itertext())) for si in parts['xl/sharedStrings.xml']]
formats = {f.get('numFmtId'): f.get('formatCode') for f in styles.iter(space + 'numFmt')}
looks = list(first(styles, 'cellXfs'))
fonts, fills = list(first(styles, 'fonts')), list(first(styles, 'fills'))
def cell(c):
    value = c.find(space + 'v')
    look = looks[int(c.get('s') or 0)]
    alignment = look.find(space + 'alignment')
    return {
        'value': '' if value is None else strings[int(value.text)] if c.get('t') == 's' else float(value.text),
        'format': formats.get(look.get('numFmtId')),
        'wraps': alignment is not None and alignment.get('wrapText') == '1',
        'bold': fonts[int(look.get('fontId'))].find(space + 'b') is not None,
        'fill': next((c.get('rgb') for c in fills[int(look.get('fillId') or 0)].iter(space + 'fgColor')), None),
    }
def links(root, index):
    targets = {r.get('Id'): r.get('Target') for r in parts['xl/worksheets/_rels/sheet' + str(index + 1) + '.xml.rels']}
    return [[h.get('ref'), targets[h.get(relation + 'id')]] for h in root.iter(space + 'hyperlink')]
def sheet(index, name):
    root = parts['xl/worksheets/sheet' + str(index + 1) + '.xml']
    return {
        'name': name,
        'rows': [[cell(c) for c in row] for row in root.iter(space + 'row')],
        'formulas': len(list(root.iter(space + 'f'))),
        'titles': {n.get('name'): n.text for n in book.iter(space + 'definedName') if n.get('localSheetId') == str(index)},
        'pane': first(root, 'pane').attrib,
        'page': first(root, 'pageSetup').attrib,
        'fits': first(root, 'pageSetUpPr').attrib,
        'printed': [e.text for f in root.iter(space + 'headerFooter') for e in f],
        'merged': [m.get('ref') for m in root.iter(space + 'mergeCell')],
        'filter': next((f.get('ref') for f in root.iter(space + 'autoFilter')), ''),
        'links': links(root, index),
        'widths': [float(c.get('width')) for c in root.iter(space + 'col')],
        'heights': [float(row.get('ht', 0)) for row in root.iter(space + 'row')],
        'dates': sorted({str(entry.date_time) for entry in archive.infolist()}),
    }
print(json.dumps([sheet(i, s.get('name')) for i, s in enumerate(book.iter(space + 'sheet'))]))
`

export interface Cell {
  value: string | number
  format: string | null
  wraps: boolean
  bold: boolean
  fill: string | null
}

type Attributes = Record<string, string>

export interface Sheet extends Record<'titles' | 'pane' | 'page' | 'fits', Attributes> {
  name: string
  rows: Cell[][]
  formulas: number
  /** Header and footer of the pages. */
  printed: string[]
  /** `B1:D1` */
  merged: string[]
  /** The range with buttons that filter; empty without. */
  filter: string
  links: [cell: string, address: string][]
  widths: number[]
  heights: number[]
  /** Of the entries of the whole archive. */
  dates: string[]
}

export function readWorkbook(bytes: Uint8Array): Sheet[] {
  const path = test.info().outputPath('表.xlsx')
  writeFileSync(path, bytes)
  return JSON.parse(runPython(program, path)) as Sheet[]
}

export function valuesOf({ rows }: Sheet): (string | number)[][] {
  return rows.map(row => row.map(cell => cell.value))
}
