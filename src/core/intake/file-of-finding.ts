/** Which file a finding is about: in comes a finding with a path in a unit's bag, out goes the item and the file's own name. */
import type { Finding } from '../bag/finding'
import { planBundle } from '../bundle/plan'
import type { Checklist } from '../checklist/checklist'
import type { Catalogue } from '../edition/catalogue'
import type { HandInFinding } from './hand-in'

/**
 * Finds files by where the unit's own bundle has them, which is planned with the first finding that needs it: planning forty
 * sound bundles for nothing would be felt. A bundle of another edition lies by another catalogue: there it finds none.
 */
export function createFileFinder(
  catalogue: Catalogue,
  checklist: Checklist,
): (finding: Finding) => HandInFinding['file'] {
  let byPath: Map<string, NonNullable<HandInFinding['file']>> | null = null
  return finding => {
    if (finding.code === 'not-packed') return { item: finding.item, name: finding.name }
    if (!('path' in finding) || checklist.edition !== catalogue.edition) return undefined
    byPath ??= new Map(
      planBundle(catalogue, checklist).entries.map(({ path, item, file }) => {
        return [path, { item: item.id, name: file.name }] as const
      }),
    )
    // A Mac writes NFD into the ZIP; an archive's own findings have the bag's folder before the path.
    const path = finding.path.normalize('NFC')
    const inBag = path.replace(/^.*?\/(?=data\/)/, '')
    return byPath.get(path) ?? byPath.get(inBag) ?? fileIn(inBag)
  }
}

/** A file that no checklist names lies in an item's folder all the same: `data/00_共性资料/0-1_领导小组文件/多的.pdf`. */
function fileIn(path: string): HandInFinding['file'] {
  const [, item = '', name = ''] = /^data\/[^/]+\/(\d+-\d+(?:-\d+)?)_[^/]*\/(.+)$/.exec(path) ?? []
  return item === '' ? undefined : { item, name }
}
