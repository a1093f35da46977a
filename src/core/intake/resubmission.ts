/**
 * What a unit changed between two hand-ins: in come the checklist of the earlier and of the later one, out goes everything
 * that is not the same in both, in the notice's order. Files are known by their SHA-256; one that has the name of another it
 * replaces is that file, changed. Two hand-ins of one state of a checklist are no resubmission: what differs is how much came.
 *
 * Decision: A unit is its checklist or its name. Hand-ins of one checklist or of one name stand in one row; those that do
 * not count stay beside it with what was changed since. Two departments of one unit may merge their checklists before they
 * hand in, by 导入材料包.
 */
import { type Answer, type AttachedFile, answerOf, type Checklist, type Unit } from '../checklist/checklist'
import { idsOf } from '../checklist/record'
import { absentFiles, type HandIn, missingVolumes } from './hand-in'
import { errorsOf } from './soundness'

/** A unit's answer to an item, apart from its files. */
export type AnswerState = 'ready' | 'not-applicable' | 'open'

/** What tells a file from others. */
export type NamedFile = Pick<AttachedFile, 'sha256' | 'name'>

/** What is compared of an answer. */
export interface ComparedAnswer extends Omit<Answer, 'files'> {
  files: readonly NamedFile[]
}

/** One thing that is not the same in two answers to an item. */
export type AnswerDifference =
  | { code: 'added-file' | 'removed-file'; item: string; file: NamedFile }
  | { code: 'changed-file'; item: string; before: NamedFile; file: NamedFile }
  | { code: 'renamed-file'; item: string; before: string; file: NamedFile }
  | { code: 'changed-state'; item: string; before: AnswerState; after: AnswerState }
  | { code: 'changed-text'; item: string; field: 'reason' | 'remark'; before: string; after: string }

export type Difference =
  | AnswerDifference
  | { code: 'changed-unit'; field: keyof Unit; before: string; after: string }
  | { code: 'changed-score'; item: string; before: string; after: string }
  | { code: 'changed-report'; section: string }

/** How one of two hand-ins of the same report differs from the one that counts. */
export interface CopyDifference {
  /** The one does not hold all volumes. */
  volumes: number[]
  /** Files whose bytes only the one that counts holds; only this one. */
  lacking: AttachedFile[]
  onlyHere: AttachedFile[]
  /** Errors that were found in this one. */
  errors: number
}

/** Whether both are one state of one checklist, whoever packed it. */
export function isSameReport(a: Checklist, b: Checklist): boolean {
  return a.id === b.id && a.changed === b.changed && findDifferences(a, b).length === 0
}

/** Null where it is the same in all. */
export function compareCopies(counting: HandIn, copy: HandIn): CopyDifference | null {
  const found = {
    volumes: missingVolumes(copy),
    lacking: absentFiles(copy).filter(({ sha256 }) => counting.present.has(sha256)),
    onlyHere: absentFiles(counting).filter(({ sha256 }) => copy.present.has(sha256)),
    errors: errorsOf(copy).length,
  }
  const { volumes, lacking, onlyHere, errors } = found
  return volumes.length + lacking.length + onlyHere.length + errors > 0 ? found : null
}

/** Empty where nothing but the time differs. */
export function findDifferences(earlier: Checklist, later: Checklist): Difference[] {
  const items = idsOf(earlier.answers, later.answers)
  const scores = idsOf(earlier.report.scores, later.report.scores)
  const texts = idsOf(earlier.report.texts, later.report.texts)
  return [
    ...findUnitDifferences(earlier.unit, later.unit),
    ...items.flatMap(item => findAnswerDifferences(item, answerOf(earlier, item), answerOf(later, item))),
    ...scores.flatMap((item): Difference[] => {
      const [before, after] = [earlier.report.scores[item] ?? '', later.report.scores[item] ?? '']
      return before === after ? [] : [{ code: 'changed-score', item, before, after }]
    }),
    ...texts
      .filter(section => (earlier.report.texts[section] ?? '') !== (later.report.texts[section] ?? ''))
      .map((section): Difference => ({ code: 'changed-report', section })),
  ]
}

function findUnitDifferences(earlier: Unit, later: Unit): Difference[] {
  const fields: (keyof Unit)[] = ['name', 'departments', 'contact', 'phone']
  return fields.flatMap((field): Difference[] => {
    const [before, after] = [String(earlier[field]), String(later[field])]
    return before === after ? [] : [{ code: 'changed-unit', field, before, after }]
  })
}

/** What a unit changed of its answer to one item. */
export function findAnswerDifferences(
  item: string,
  earlier: ComparedAnswer,
  later: ComparedAnswer,
): AnswerDifference[] {
  const [before, after] = [stateOf(earlier), stateOf(later)]
  const texts = (['reason', 'remark'] as const).flatMap((field): AnswerDifference[] =>
    earlier[field] === later[field]
      ? []
      : [{ code: 'changed-text', item, field, before: earlier[field], after: later[field] }],
  )
  return [
    ...(before === after ? [] : [{ code: 'changed-state' as const, item, before, after }]),
    ...findFileDifferences(item, earlier.files, later.files),
    ...texts,
  ]
}

function findFileDifferences(
  item: string,
  earlier: readonly NamedFile[],
  later: readonly NamedFile[],
): AnswerDifference[] {
  const before = new Map(earlier.map(file => [file.sha256, file]))
  const after = new Set(later.map(file => file.sha256))
  const gone = earlier.filter(file => !after.has(file.sha256))
  const differences = later.flatMap((file): AnswerDifference[] => {
    const same = before.get(file.sha256)
    if (same) return same.name === file.name ? [] : [{ code: 'renamed-file', item, before: same.name, file }]
    const place = gone.findIndex(other => other.name === file.name)
    if (place < 0) return [{ code: 'added-file', item, file }]
    return gone.splice(place, 1).map(other => ({ code: 'changed-file', item, before: other, file }))
  })
  return [...differences, ...gone.map(file => ({ code: 'removed-file' as const, item, file }))]
}

function stateOf({ ready, notApplicable }: ComparedAnswer): AnswerState {
  if (notApplicable) return 'not-applicable'
  return ready ? 'ready' : 'open'
}
