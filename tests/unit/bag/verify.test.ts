/** One sound bundle, one thing broken in it, exactly that finding: `core/verify` through `io/verify`. */

import { bagitText } from '../../../src/core/bag/bag'
import { expect, test } from '../runner'
import { packSound, photo, plan, recount, reseal, soundBag, verify, write, zipOf } from './bags'
import { broken } from './broken-bags'

test('verifyBundle() finds nothing in a sound bundle, packed by us or put together from its parts', async () => {
  const bag = await soundBag()
  expect([...bag.keys()].sort()).toContain(plan)
  expect([...bag.keys()].filter(path => path.startsWith('data/')).sort()).toEqual([plan, photo].sort())
  expect(await verify(await packSound())).toEqual([])
  expect(await verify(await zipOf(bag))).toEqual([])
  reseal(bag)
  recount(bag)
  expect(await verify(await zipOf(bag))).toEqual([])
})

for (const [what, damage, findings] of broken) {
  test(`verifyBundle() reports ${what}`, async () => {
    const bag = await soundBag()
    damage(bag)
    expect(await verify(await zipOf(bag))).toEqual(findings(bag))
  })
}

for (const [what, text, isSound] of [
  ['empty', '', false],
  ['without a version', 'Tag-File-Character-Encoding: UTF-8\n', false],
  ['without an encoding', 'BagIt-Version: 1.0\n', false],
  ['in the other order', 'Tag-File-Character-Encoding: UTF-8\nBagIt-Version: 1.0\n', false],
  ['with a word for a version', bagitText.replace('1.0', 'one'), false],
  ['with more behind it', `${bagitText}Note: none\n`, false],
  ['with a byte order mark', `\ufeff${bagitText}`, false],
  ['with CRLF', bagitText.replace(/\n/g, '\r\n'), true],
] as const) {
  test(`verifyBundle() ${isSound ? 'accepts' : 'reports'} a bagit.txt ${what}`, async () => {
    const bag = await soundBag()
    write(bag, 'bagit.txt', text)
    reseal(bag)
    expect(await verify(await zipOf(bag))).toEqual(isSound ? [] : [{ code: 'bad-bagit-txt' }])
  })
}
