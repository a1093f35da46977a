/** The texts in an archive that say what it is: every checklist, with what stands beside it. */
import type { Finding } from '../../core/bag/finding'
import { isPayload } from '../../core/bag/manifest'
import { checkLength, checkMarks } from '../bag/read-checklist'
import type { SourceFile } from '../bag/source'
import { isOneOfMany } from './volumes'

/** A bag-info.txt of ours has less than 1 KB. */
const longestInfo = 1024 * 1024
/** A 目录.html of 65,535 files has some 25 MB. */
const longestInventory = 32 * 1024 * 1024

interface Texts {
  text: string
  bagInfo: string
  /** 目录.html of one volume among several; else empty. */
  inventory: string
}

/** Every checklist.json of a bag outside its payload, with what stands beside it; below `data/` it is an attachment. */
export async function* readTexts(
  files: readonly SourceFile[],
  folder: string,
  findings: Finding[],
): AsyncGenerator<Texts> {
  const beside = new Map(
    files.flatMap(file =>
      /(^|\/)(bag-info\.txt|目录\.html)$/.test(file.path) ? [[file.path, file] as const] : [],
    ),
  )
  const read = async (path: string, longest: number) => {
    const file = beside.get(path)
    return file && file.size <= longest ? (await file.open()).text() : ''
  }
  for (const file of files) {
    const { path } = file
    if (!/(^|\/)checklist\.json$/.test(path) || isPayload(path.slice(folder.length))) continue
    const tooLong = checkLength(file, path) ?? (await checkMarks(await file.open(), path))
    if (tooLong) {
      findings.push(tooLong)
      continue
    }
    const own = path.slice(0, -'checklist.json'.length)
    const bagInfo = await read(`${own}bag-info.txt`, longestInfo)
    const inventory = isOneOfMany(bagInfo) ? await read(`${own}目录.html`, longestInventory) : ''
    yield { text: await (await file.open()).text(), bagInfo, inventory }
  }
}
