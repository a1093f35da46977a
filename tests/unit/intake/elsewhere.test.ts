import { buildChecklist } from '../../../src/core/checklist/checklist'
import { collate } from '../../../src/core/intake/collate'
import { findIntactElsewhere } from '../../../src/core/intake/elsewhere'
import { expect, test } from '../runner'
import { catalogue, morning } from '../samples'
import { flawedHandIn, handInOf } from './hand-ins'

const checklistOf = (name: string) =>
  buildChecklist(name, '2022', { name, departments: [], contact: '', phone: '' }, morning)

test('a file that can’t be read is held to be of the unit in its name, or of the same name, whose bundle is intact', () => {
  const { rows } = collate(catalogue, [
    handInOf(checklistOf('青禾县教育局')),
    flawedHandIn(checklistOf('青禾县教育局招生办公室'), { code: 'altered', path: 'data/a' }),
    handInOf(checklistOf('青禾县水利局'), [], { archives: ['收件/材料.zip'] }),
  ])
  const find = (name: string) => findIntactElsewhere(name, rows)?.unit
  expect(find('青禾县教育局-2022年质量工作考核资料 (1).zip')).toBe('青禾县教育局')
  expect(find('再发/材料.zip')).toBe('青禾县水利局')
  // Its own bundle is flawed, and the other unit's is no help.
  expect(find('青禾县教育局招生办公室-2022年.zip')).toBeUndefined()
  expect(find('青禾县公安局.zip')).toBeUndefined()
})
