/** What is dropped comes as it lies in its folders, and what can't be read keeps nothing else out. */

import { readDropped } from '../../../src/io/files/pick'
import { expect, test } from '../runner'

const gone = () => new DOMException('A requested file could not be found', 'NotFoundError')

const entryOf = (fullPath: string, isFile: boolean) => ({ fullPath, isFile, name: fullPath.split('/').pop() })

function file(path: string, isReadable = true) {
  const give = (resolve: (file: File) => void, reject: (error: Error) => void) =>
    isReadable ? resolve(new File(['x'], path.split('/').pop() ?? '')) : reject(gone())
  return { ...entryOf(path, true), file: give }
}

/** Gives its entries in portions, as browsers do; `fails`: from the second on it can't be read any more. */
function folder(path: string, entries: object[], fails: 'never' | 'at once' | 'half way' = 'never') {
  const createReader = () => {
    const portions = fails === 'at once' ? [] : [entries.slice(0, 1), entries.slice(1)].filter(one => one[0])
    return {
      readEntries: (resolve: (entries: object[]) => void, reject: (error: Error) => void) => {
        const next = portions.shift()
        if (fails === 'at once' || (fails === 'half way' && portions.length === 0)) reject(gone())
        else resolve(next ?? [])
      },
    }
  }
  return { ...entryOf(path, false), createReader }
}

async function drop(...entries: object[]): Promise<{ paths: string[]; refused: string[] }> {
  const refused: string[] = []
  const items = entries.map(entry => ({ webkitGetAsEntry: () => entry }))
  const found = await readDropped({ items } as unknown as DataTransfer, (path, error) =>
    refused.push(`${path} ${(error as Error).name}`),
  )
  return { paths: found.map(({ path }) => path), refused }
}

test('readDropped() gives every file of the folders with its path', async () => {
  const inner = folder('/甲/乙', [file('/甲/乙/1.pdf'), file('/甲/乙/2.pdf')])
  expect(await drop(folder('/甲', [inner, file('/甲/3.pdf')]), file('/4.pdf'))).toEqual({
    paths: ['甲/乙/1.pdf', '甲/乙/2.pdf', '甲/3.pdf', '4.pdf'],
    refused: [],
  })
})

test('readDropped() names one subfolder and one file that can’t be read, and gives all the others', async () => {
  const locked = folder('/甲/打不开', [file('/甲/打不开/里面.pdf')], 'at once')
  const cut = folder('/甲/读到一半', [file('/甲/读到一半/1.pdf'), file('/甲/读到一半/2.pdf')], 'half way')
  const whole = folder('/甲', [locked, cut, file('/甲/没了.pdf', false), file('/甲/好的.pdf')])
  expect(await drop(whole, file('/旁边.pdf'))).toEqual({
    paths: ['甲/读到一半/1.pdf', '甲/好的.pdf', '旁边.pdf'],
    refused: ['甲/打不开 NotFoundError', '甲/读到一半 NotFoundError', '甲/没了.pdf NotFoundError'],
  })
})
