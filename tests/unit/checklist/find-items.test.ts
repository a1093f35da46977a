/** Finding an item by what a person types: a number means the item it begins, words mean what has them. */
import { buildChecklist } from '../../../src/core/checklist/checklist'
import { findItems, isMeant } from '../../../src/core/checklist/find-items'
import { sectionsOf } from '../../../src/core/checklist/progress'
import { expect, test } from '../runner'
import { allDepartments, catalogue } from '../samples'

const unit = { name: '青禾县市场监督管理局', departments: allDepartments, contact: '', phone: '' }
const sections = sectionsOf(catalogue, buildChecklist('id', '2022', unit, new Date(0)))
const found = (query: string) => findItems(sections, query).map(({ item }) => item)

test('a number finds first the items that begin with it; one inside another number is not meant', () => {
  expect(found('0-5')[0]?.id).toBe('0-5')
  expect(
    found('9-3')
      .slice(0, 2)
      .map(({ id }) => id),
  ).toEqual(['9-3-1', '9-3-2'])
  const meant = (query: string) =>
    found('')
      .filter(item => isMeant(item, query))
      .map(({ id }) => id)
  expect(meant('0-5')).toEqual(['0-5'])
  expect(meant('10-3-')).toContain('10-3-4')
  expect(meant('强制检定')).toEqual(['9-3-2'])
})
