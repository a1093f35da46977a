/**
 * Whose problem it is that something in an archive can't be read: of the bag that it lies in, of the only bag there is, or of
 * nobody. In come the bags that were found in one archive, out they go with what concerns them; the rest is the archive's.
 */
import { type Finding, severityOf } from './finding'

interface ProblemBag {
  /** Where it lies, with its slash; empty where it is all of the archive. */
  folder: string
  findings: readonly Finding[]
}

/** What else came with the bags: it may be another unit's, so it speaks against none of them. */
const beside: readonly Finding['code'][] = [
  'closed-container',
  'split-piece',
  'too-deeply-nested',
  'too-many-archives',
  'too-many-bags',
]

/** Oddities that are no bag's stand with the first one, so that they are said once; `problems` keeps what else is no bag's. */
export function shareProblems<Bag extends ProblemBag>(
  problems: readonly Finding[],
  bags: readonly Bag[],
): { problems: Finding[]; bags: Bag[] } {
  const left: Finding[] = []
  const ofBag = new Map<Bag, Finding[]>()
  for (const problem of problems) {
    const isNotice = severityOf(problem) === 'notice'
    const bag = ownerOf(problem, bags) ?? (isNotice ? bags[0] : undefined)
    if (!bag) left.push(problem)
    else ofBag.set(bag, [...(ofBag.get(bag) ?? []), problem])
  }
  return {
    problems: left,
    bags: bags.map(bag => {
      const own = ofBag.get(bag)
      return own ? { ...bag, findings: [...own, ...bag.findings.filter(one => !isSaid(one, bag, own))] } : bag
    }),
  }
}

/** Whether a file that is called missing lies in the archive and only can't be read: the problem says why. */
function isSaid(finding: Finding, { folder }: ProblemBag, problems: readonly Finding[]): boolean {
  return finding.code === 'missing' && problems.some(one => placeOf(one) === folder + finding.path)
}

function ownerOf<Bag extends ProblemBag>(problem: Finding, bags: readonly Bag[]): Bag | undefined {
  const place = placeOf(problem)
  const owner = bags.find(({ folder }) => place.startsWith(folder))
  if (owner) return owner
  const around = problem.code === 'nested-problem' ? `${problem.path}/` : ''
  const within = bags.filter(({ folder }) => folder.startsWith(around))
  return within.length === 1 && !beside.includes(problem.code) ? within[0] : undefined
}

/** The path of what it is about, from the outermost archive on; as far as it names one. */
function placeOf(problem: Finding): string {
  if (problem.code === 'nested-problem') return `${problem.path}/${placeOf(problem.problem)}`
  return 'path' in problem ? problem.path : ''
}
