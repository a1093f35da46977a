/**
 * Several checklists of one unit, each filled in by another section, as one hand-in: in come the hand-ins that count, out goes
 * what the unit says as a whole. Invariant: every file, text and tick of a part is in it; the parts themselves stay as they are.
 */
import { type Answer, type AttachedFile, answerOf, type Checklist } from '../checklist/checklist'
import { idsOf } from '../checklist/record'
import { type HandIn, missingVolumes } from './hand-in'

/** The one part itself; several as one, which has no 自评报告 file of its own and no archive: what is opened is a part's. */
export function uniteHandIns(parts: readonly [HandIn, ...HandIn[]]): HandIn {
  const [first, ...others] = parts
  if (others.length === 0) return first
  const present = new Set(parts.flatMap(part => [...part.present]))
  const damaged = parts.flatMap(part => [...part.damaged]).filter(([sha256]) => !present.has(sha256))
  // Of two that lack volumes the numbers stand together.
  const missing = new Set(parts.flatMap(missingVolumes))
  const count = Math.max(...parts.map(({ volumes }) => volumes.count))
  const days = parts.map(({ packed }) => packed).sort()
  return {
    id: parts.map(({ id }) => id).join(between),
    checklist: uniteChecklists(parts.map(({ checklist }) => checklist)),
    fingerprint: joinDistinct(parts.map(({ fingerprint }) => fingerprint)),
    declaredFingerprint: joinDistinct(parts.map(({ declaredFingerprint }) => declaredFingerprint)),
    archives: [...new Set(parts.flatMap(({ archives }) => archives))],
    volumes: { found: numbersTo(count).filter(index => !missing.has(index)), count },
    findings: parts.flatMap(({ findings }) => findings),
    packed: days[days.length - 1] ?? '',
    arrived: Math.min(...parts.map(({ arrived }) => arrived)),
    present,
    damaged: new Map(damaged),
    active: new Map(parts.flatMap(part => [...part.active])),
    report: null,
    office: first.office,
    scope: first.scope,
  }
}

/** No hand-in's id has a line end. */
const between = '\n'

/** Ids of the hand-ins that one was united from; its own where it is one. */
export function partIdsOf({ id }: HandIn): string[] {
  return id.split(between)
}

function uniteChecklists(checklists: readonly Checklist[]): Checklist {
  const [first] = checklists as [Checklist]
  const departments = [...new Set(checklists.flatMap(({ unit }) => unit.departments))]
  const answers = idsOf(...checklists.map(({ answers }) => answers)).map(item => {
    const given = checklists.filter(({ answers }) => answers[item]).map(one => answerOf(one, item))
    return [item, uniteAnswers(given)] as const
  })
  const [created, changed] = [checklists.map(one => one.created), checklists.map(one => one.changed)]
  return {
    ...first,
    part: checklists.every(({ part }) => part) ? first.part : undefined,
    unit: {
      ...first.unit,
      departments,
      contact: joinDistinct(checklists.map(({ unit }) => unit.contact)),
      phone: joinDistinct(checklists.map(({ unit }) => unit.phone)),
    },
    answers: Object.fromEntries(answers),
    report: {
      texts: uniteTexts(checklists.map(({ report }) => report.texts)),
      scores: uniteTexts(checklists.map(({ report }) => report.scores)),
      file: checklists.map(({ report }) => report.file).find(Boolean),
    },
    removed: [],
    created: created.sort()[0] ?? first.created,
    changed: changed.sort()[changed.length - 1] ?? first.changed,
  }
}

/** 不适用 only where all say so that say anything: who has files or a tick is the one it applies to. */
function uniteAnswers(answers: readonly Answer[]): Answer {
  const saying = answers.filter(
    ({ ready, notApplicable, files }) => ready || notApplicable || files.length > 0,
  )
  const files = new Map<string, AttachedFile>()
  for (const file of answers.flatMap(answer => answer.files))
    if (!files.has(file.sha256)) files.set(file.sha256, file)
  return {
    ready: answers.some(({ ready }) => ready),
    notApplicable: saying.length > 0 && saying.every(({ notApplicable }) => notApplicable),
    reason: joinDistinct(answers.map(({ reason }) => reason)),
    remark: joinDistinct(answers.map(({ remark }) => remark)),
    files: [...files.values()],
  }
}

function uniteTexts(records: readonly Record<string, string>[]): Record<string, string> {
  return Object.fromEntries(
    idsOf(...records).map(id => [id, joinDistinct(records.map(record => record[id] ?? ''))]),
  )
}

/** Each text once, in lines of their own. */
function joinDistinct(texts: readonly string[]): string {
  return [...new Set(texts)].filter(Boolean).join('\n')
}

function numbersTo(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i + 1)
}
