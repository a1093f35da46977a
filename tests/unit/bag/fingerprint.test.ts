import { createHash } from 'node:crypto'
import { formatFingerprint, manifestLines } from '../../../src/core/bag/bag'
import { digestFingerprint } from '../../../src/core/bag/fingerprint'
import { expect, test } from '../runner'
import { freeze } from '../samples'

const hash = (text: string) => createHash('sha256').update(text).digest('hex')
const bagFile = (path: string) => ({ path, sha256: hash(path) })

test('digestFingerprint() is that of the payload manifest without its last line break, whatever the order', () => {
  const files = ['data/b', 'data/a', 'data/c%'].map(bagFile)
  const text = `${hash('data/a')}  data/a\n${hash('data/b')}  data/b\n${hash('data/c%')}  data/c%25`
  expect(digestFingerprint(freeze(files))).toBe(formatFingerprint(hash(text)))
  expect(digestFingerprint([...files].reverse())).toBe(formatFingerprint(hash(text)))
  expect(digestFingerprint([])).toBe(formatFingerprint(hash('')))
})

test('digestFingerprint() is of one text, however many steps it takes', () => {
  const files = Array.from({ length: 4001 }, (_, i) => bagFile(`data/${i}`))
  expect(digestFingerprint(files)).toBe(formatFingerprint(hash(manifestLines(files).join('\n'))))
})

test('digestFingerprint() changes with a byte, a name, a file more or less', () => {
  const files = ['data/a', 'data/b'].map(bagFile)
  const codes = [
    files,
    [...files, bagFile('data/c')],
    files.slice(1),
    files.map(file => ({ ...file, path: `${file.path}1` })),
    files.map(file => ({ ...file, sha256: hash(`${file.path}1`) })),
  ].map(digestFingerprint)
  expect(new Set(codes).size).toBe(5)
})
