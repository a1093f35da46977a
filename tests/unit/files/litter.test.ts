import { isLitter, isMacCopy } from '../../../src/core/files/litter'
import { expect, test } from '../runner'

const litter = [
  ...['Thumbs.db', 'thumbs.db', 'ehthumbs.db', 'desktop.ini', 'Desktop.ini', '.picasa.ini'],
  ...['.DS_Store', '._方案.docx', 'Icon\r', '__MACOSX/._方案.docx', '__MACOSX/说明.txt', '@eaDir/方案.docx'],
  ...['~$方案.docx', '.~lock.方案.odt#', '.~方案.wps', '~WRL0003.tmp', '材料.pdf.crdownload'],
]

const evidence = [
  ...[
    '方案.docx',
    'thumbs.db.docx',
    '我的Thumbs.db',
    'Icon',
    'Icons',
    'icon.png',
    '~方案.docx',
    '方案~$.docx',
  ],
  ...[
    '._/方案.docx',
    '~$/方案.docx',
    'MACOSX/方案.docx',
    '__MACOSX',
    '@eaDir',
    '材料.crdownload.pdf',
    'WRL0003.tmp',
  ],
  ...['.gitignore', 'checklist.json', ''],
]

test('isLitter() knows what computers leave, at the top and in folders', () => {
  expect(litter.filter(path => !isLitter(path))).toEqual([])
  expect(litter.filter(path => !isLitter(`质量工作/第一季度/${path}`))).toEqual([])
})

test('isLitter() takes nothing that a person could have made', () => {
  expect(evidence.filter(isLitter)).toEqual([])
  expect(evidence.filter(path => isLitter(`质量工作/第一季度/${path}`))).toEqual([])
})

test('isMacCopy() is true below __MACOSX alone', () => {
  expect(['__MACOSX/a', 'a/__MACOSX/b', 'a/__MACOSX/b/c'].filter(path => !isMacCopy(path))).toEqual([])
  expect(['__MACOSX', 'a__MACOSX/b', '@eaDir/a', '.DS_Store'].filter(isMacCopy)).toEqual([])
})
