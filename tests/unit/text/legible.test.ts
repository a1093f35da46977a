import { legible } from '../../../src/core/text/legible'
import { expect, test } from '../runner'

test('legible() takes out what turns the direction of a name or hides in it, and leaves all else', () => {
  expect(legible('通知\u202efdp.exe')).toBe('通知fdp.exe')
  expect(legible('\u2066总结\u2069\u200f.pdf\u0000\u0007\u200b')).toBe('总结.pdf')
  const names = ['关于质量工作的通知（第1号）.pdf', 'a b\tc\nd', '😀👍🏽.png', 'é각𠮷', '']
  expect(names.map(legible)).toEqual(names)
})
