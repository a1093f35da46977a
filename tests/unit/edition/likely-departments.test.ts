import { likelyDepartments } from '../../../src/core/edition/likely-departments'
import { expect, test } from '../runner'
import { catalogue } from '../samples'

const likely = (unit: string, departments = catalogue.departments) =>
  likelyDepartments(unit, departments).map(({ name }) => name)

test('a unit’s name tells the department that it likely is, abbreviated or not', () => {
  expect(likely('青禾县市场监督管理局')).toEqual(['市场监管部门'])
  expect(likely('青禾县水利和湖泊局')).toEqual(['水利部门'])
  const bureaus = ['县发改局', '发改局', '教育局', '民政局'].map(name => ({ id: name, name }))
  expect(likely('青禾县发展和改革局', bureaus)).toEqual(['县发改局', '发改局'])
})

test('a name that tells nothing offers nothing', () => {
  expect(likely('青禾县气象台')).toEqual([])
  expect(likely('')).toEqual([])
  expect(likely('青禾县档案局', [{ id: 'a', name: '局' }])).toEqual([])
  expect(likely('理管督监场市')).toEqual([])
})
