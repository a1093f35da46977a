import { applyChange } from '../../../src/core/checklist/change'
import { type AttachedFile, buildChecklist } from '../../../src/core/checklist/checklist'
import { findSameBytes } from '../../../src/core/intake/same-bytes'
import { expect, test } from '../runner'
import { fileOf, morning } from '../samples'
import { handInOf } from './hand-ins'

function handInWith(name: string, files: Record<string, AttachedFile[]>, lost: AttachedFile[] = []) {
  const unit = { name, departments: [], contact: '', phone: '' }
  const checklist = Object.entries(files).reduce(
    (checklist, [item, files]) => applyChange(checklist, { kind: 'add-files', item, files }, morning),
    buildChecklist(name, '2022', unit, morning),
  )
  return handInOf(checklist, lost)
}

const notice = fileOf('县里的通知.pdf')
const ledger = fileOf('台账.xlsx')

test('the same bytes from two units are found by content, whatever they are called', () => {
  const renamed = { ...ledger, name: '检查记录.xlsx', originalName: '检查记录.xlsx' }
  const handIns = [
    handInWith('甲局', { '0-1': [notice], '7-1-1': [ledger], '0-2': [fileOf('甲.pdf')] }),
    handInWith('乙局', { '0-3': [notice], '8-1-1': [renamed] }),
    handInWith('丙局', { '0-1': [notice] }),
  ]
  const found = findSameBytes(handIns).map(({ sha256, uses }) => [
    sha256,
    ...uses.map(({ handIn, item, name }) => `${handIn.checklist.unit.name} ${item} ${name}`),
  ])
  expect(found).toEqual([
    [notice.sha256, '甲局 0-1 县里的通知.pdf', '乙局 0-3 县里的通知.pdf', '丙局 0-1 县里的通知.pdf'],
    [ledger.sha256, '甲局 7-1-1 台账.xlsx', '乙局 8-1-1 检查记录.xlsx'],
  ])
})

test('one unit using a file twice, an empty file, and one that is named but not there say nothing', () => {
  const empty = fileOf('空.txt', '')
  const handIns = [
    handInWith('甲局', { '0-1': [notice, empty], '0-2': [notice] }),
    handInWith('乙局', { '0-1': [empty] }),
    handInWith('丙局', { '0-1': [notice] }, [notice]),
  ]
  expect(findSameBytes(handIns)).toEqual([])
})
