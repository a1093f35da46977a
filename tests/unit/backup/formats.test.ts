/**
 * A bundle of every released format stays in `tests/fixtures/` for ever, as the bytes it was handed in with: today's page
 * must go on reading it. A new format adds its bundle here; nobody rebuilds an old one.
 */
import { readFile } from 'node:fs/promises'
import { answerOf } from '../../../src/core/checklist/checklist'
import { verify } from '../bag/bags'
import { findIn } from '../generate'
import { expect, test } from '../runner'

const bundle = async () =>
  new File([await readFile(new URL('../../fixtures/bundle-format-1.zip', import.meta.url))], '材料包.zip')

test('a bundle of format 1 is sound', async () => {
  expect(await verify(await bundle())).toEqual([])
})

test('a bundle of format 1 brings back all that was in it', async () => {
  const { checklist, blobs, missing } = await findIn([await bundle()])
  expect(missing).toEqual([])
  expect(checklist.unit).toMatchObject({ name: '崇阳县市场监督管理局', departments: ['quality-office'] })
  expect(answerOf(checklist, '0-2')).toMatchObject({ ready: true, notApplicable: false })
  expect(answerOf(checklist, '0-5')).toMatchObject({ notApplicable: true, reason: '本年度没有表彰' })
  expect(answerOf(checklist, '0-3').remark).toBe('纸质件另附。\n共两份。')
  expect(checklist.report).toEqual({
    texts: { overview: '总体良好。', '7-1': '成立领导小组。' },
    scores: { '7-1': '5.5' },
  })
  const files = answerOf(checklist, '7-1-1').files.map(({ name, originalName }) => [name, originalName])
  expect(files).toEqual([
    ['工作计划.docx', '工作计划.docx'],
    ['质量月活动.jpg', '现场照片.jpg'],
  ])
  const texts = await Promise.all([...blobs.values()].map(async bytes => (await bytes.open()).text()))
  expect(texts.sort()).toEqual(['2022年度质量强县工作计划', '照片'].sort())
})
