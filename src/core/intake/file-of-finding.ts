/** Which file a finding is about: in come findings with paths in a unit's bag, out go items and the files' own names. */
import type { Finding } from '../bag/finding'
import { planInSteps } from '../bundle/plan'
import type { Checklist } from '../checklist/checklist'
import type { Catalogue } from '../edition/catalogue'
import { type Steps, stepSize } from '../files/steps'
import type { HandInFinding } from './hand-in'

type NamedFile = NonNullable<HandInFinding['file']>

/**
 * Names the file of each finding by where the unit's own bundle has it, which is planned only where a finding needs it: planning
 * forty sound bundles for nothing would be felt. A bundle of another edition lies by another catalogue: there it finds none.
 */
export function* nameFiles(
  catalogue: Catalogue,
  checklist: Checklist,
  findings: readonly Pick<HandInFinding, 'archive' | 'finding'>[],
): Steps<HandInFinding[]> {
  const isNeeded = findings.some(({ finding }) => 'path' in finding)
  const files =
    isNeeded && checklist.edition === catalogue.edition ? yield* filesByPath(catalogue, checklist) : null
  const named: HandInFinding[] = []
  for (const one of findings) {
    named.push({ ...one, file: fileOf(one.finding, files) })
    if (named.length % stepSize === 0) yield
  }
  return named
}

function* filesByPath(catalogue: Catalogue, checklist: Checklist): Steps<ReadonlyMap<string, NamedFile>> {
  const { entries } = yield* planInSteps(catalogue, checklist)
  yield
  return new Map(entries.map(({ path, item, file }) => [path, { item: item.id, name: file.name }]))
}

function fileOf(finding: Finding, files: ReadonlyMap<string, NamedFile> | null): NamedFile | undefined {
  if (finding.code === 'not-packed') return { item: finding.item, name: finding.name }
  if (!files || !('path' in finding)) return undefined
  // A Mac writes NFD into the ZIP; an archive's own findings have the bag's folder before the path.
  const path = finding.path.normalize('NFC')
  const inBag = path.replace(/^.*?\/(?=data\/)/, '')
  return files.get(path) ?? files.get(inBag) ?? fileIn(inBag)
}

/** A file that no checklist names lies in an item's folder all the same: `data/00_共性资料/0-1_领导小组文件/多的.pdf`. */
function fileIn(path: string): NamedFile | undefined {
  const [, item = '', name = ''] = /^data\/[^/]+\/(\d+-\d+(?:-\d+)?)_[^/]*\/(.+)$/.exec(path) ?? []
  return item === '' ? undefined : { item, name }
}
