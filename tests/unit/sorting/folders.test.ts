/** Folders of offices, sorted: nothing wrong among what is sure, and how far the rest reaches. */
import { expect, test } from '../runner'
import { compare, readCatalogue, readFolder, suggestAll, targetsFor } from './folders'

const folders = [
  {
    name: 'market-2022',
    content: 'content/2022',
    departments: ['market-regulation', 'intellectual-property', 'quality-office'],
    unit: '青禾县市场监督管理局',
  },
  { name: 'food-2023', content: 'tests/fixtures/other-kinds/2023-food', unit: '青禾县市场监管局' },
  { name: 'law-2023', content: 'tests/fixtures/other-kinds/2023-law', unit: '青禾县水利局' },
  {
    name: 'departments-2022',
    content: 'content/2022',
    departments:
      'agriculture housing transport education culture-tourism health industry water public-security'.split(
        ' ',
      ),
    unit: '青禾县人民政府办公室',
  },
]

for (const { name, content, departments, unit } of folders) {
  test(`${name}: what is sure is right`, () => {
    const files = readFolder(name)
    const targets = targetsFor(readCatalogue(content), departments)
    const outcome = compare(files, suggestAll(files, targets, { year: name.slice(-4), unit }))
    const { sureRight, sureWrong, right, wrong, open, leftRightly } = outcome
    const say = ([file, { item, reason }]: (typeof wrong)[number]) =>
      `${file.path} → ${item ?? '∅'} (${file.answer}) ${JSON.stringify(reason)}`
    process.stdout.write(
      `${name}: ${files.length} files; sure ${sureRight.length} right, ${sureWrong.length} wrong; ` +
        `not sure ${right.length} right, ${wrong.length} wrong; open ${open.length}; rightly left ${leftRightly.length}\n`,
    )
    expect(files.length).toBeGreaterThanOrEqual(100)
    expect(sureWrong.map(say)).toEqual([])
  })
}
