import { copyText } from '../../../src/io/site/clipboard'
import { expect, test } from '../runner'

test('copyText() copies what is read: no direction mark of a name comes along', async () => {
  const copied: string[] = []
  const clipboard = { writeText: async (text: string) => void copied.push(text) }
  const before = Object.getOwnPropertyDescriptor(globalThis, 'navigator')
  Object.defineProperty(globalThis, 'navigator', { value: { clipboard }, configurable: true })
  expect(await copyText('“通知\u202efdp.exe”被改动\n县质强办')).toBe(true)
  if (before) Object.defineProperty(globalThis, 'navigator', before)
  expect(copied).toEqual(['“通知fdp.exe”被改动\n县质强办'])
})
