/** Bags as other tools make them: any version, encoding and algorithms. Built after the Library of Congress' conformance suite. */
import { createHash } from 'node:crypto'
import type { ForeignAlgorithm } from '../../../src/core/files/digest'
import type { FolderFile } from '../../../src/io/bag/source'
import type { Bag } from './bags'

export interface ForeignBag {
  version?: string
  encoding?: string
  algorithms?: readonly ('sha256' | ForeignAlgorithm)[]
  payload?: Record<string, string>
  info?: string
  /** Between digest and path. */
  gap?: string
  newline?: string
  encode?: (text: string) => Uint8Array
}

/** A sound one, by default BagIt 1.0 with SHA-512 and two files. */
export function foreignBag({
  version = '1.0',
  encoding = 'UTF-8',
  algorithms = ['sha512'],
  payload = { 'data/hello.txt': 'hello', 'data/dir/报告.txt': '报告' },
  info = 'Source-Organization: 县档案馆\nContact-Name: 联络员甲\n  乙\n',
  gap = '  ',
  newline = '\n',
  encode = text => new Uint8Array(Buffer.from(text)),
}: ForeignBag = {}): Bag {
  const bag: Bag = new Map()
  const write = (path: string, text: string, as = encode) =>
    bag.set(path, new Uint8Array(as(text.replace(/\n/g, newline))))
  for (const [path, text] of Object.entries(payload)) bag.set(path, new Uint8Array(Buffer.from(text)))
  write(
    'bagit.txt',
    `BagIt-Version: ${version}\nTag-File-Character-Encoding: ${encoding}\n`,
    text => new Uint8Array(Buffer.from(text)),
  )
  write(Number(version) < 0.95 ? 'package-info.txt' : 'bag-info.txt', info)
  const isPayload = (path: string) => path.startsWith('data/')
  for (const prefix of ['', 'tag']) {
    const paths = [...bag.keys()].filter(path => isPayload(path) === (prefix === ''))
    for (const algorithm of algorithms) {
      const lines = paths.map(path => {
        const digest = createHash(algorithm)
          .update(bag.get(path) ?? '')
          .digest('hex')
        return `${digest}${gap}${encodePath(path, version)}\n`
      })
      write(`${prefix}manifest-${algorithm}.txt`, lines.join(''))
    }
  }
  return bag
}

/** CR and LF always; `%` since 1.0. */
function encodePath(path: string, version: string): string {
  const percent = version === '1.0' ? path.replace(/%/g, '%25') : path
  return percent.replace(/\n/g, '%0A').replace(/\r/g, '%0D')
}

export function unpacked(bag: Bag): FolderFile[] {
  return [...bag].map(([path, bytes]) => ({ path: `bag/${path}`, blob: new Blob([bytes]) }))
}
