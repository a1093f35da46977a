/**
 * What a team handed back is taken into its unit's checklist. In come both, out goes the unit's with all that the team did.
 * Invariants: whichever teams come first, the outcome is the same; the same again, or an older state of it, changes nothing; a
 * thing the unit did not touch since the team handed back last becomes what the team says now, a file it gave up is removed
 * (`removed`), never gone.
 *
 * Decision: A team's hand-back never changes the unit's own fields. Its name, departments and contact are the unit's business.
 */
import { marksOf } from '../bundle/marks'
import { type AttachedFile, answerOf, type Checklist, changedAt } from '../checklist/checklist'
import {
  bringIn as bringInAny,
  findConflicts as findAnyConflicts,
  mergeChecklists,
  type SettledText,
  type TextConflict,
} from '../checklist/merge'
import { removeFiles } from '../checklist/places'
import { progressOf, sectionsOf } from '../checklist/progress'
import { writeChecklist } from '../checklist/record'
import { type HandBack, noAssignment, presentName, sortHandBacks } from '../checklist/teams'
import type { Catalogue } from '../edition/catalogue'

/** Whether `theirs` is a part of the unit whose checklist is `mine`, or of one that is meant to take it. */
export function isHandBack(mine: Checklist, theirs: Checklist): boolean {
  // A 补充包 holds some items alone: it must not be taken for all that the team has.
  return theirs.part !== undefined && theirs.completes === undefined && mine.part === undefined
}

/** As of any two checklists; of a hand-back only what the unit changed too. */
export function findConflicts(mine: Checklist, theirs: Checklist): TextConflict[] {
  if (!isHandBack(mine, theirs)) return findAnyConflicts(mine, theirs)
  if (isOlder(mine, theirs)) return []
  return findAnyConflicts(followTeam(mine, theirs, new Date(0)), asPart(mine, theirs))
}

/** What is stored after `theirs` was brought in, whatever it is. */
export function bringIn(
  catalogue: Catalogue,
  mine: Checklist,
  theirs: Checklist,
  settled: readonly SettledText[],
  now: Date,
): Checklist {
  return isHandBack(mine, theirs)
    ? takeBack(catalogue, mine, theirs, settled, now)
    : bringInAny(mine, theirs, settled, now)
}

/** `mine` with what a team handed back; `mine` itself where that brings nothing. */
function takeBack(
  catalogue: Catalogue,
  mine: Checklist,
  theirs: Checklist,
  settled: readonly SettledText[],
  now: Date,
): Checklist {
  if (isOlder(mine, theirs)) return mine
  const part = asPart(mine, theirs)
  const start = followTeam(mine, theirs, now)
  const merged = inOneOrder(start, part, mergeChecklists(start, part, settled))
  const both = {
    ...merged,
    assignment: withHandBack(catalogue, mine, theirs, now),
    created: mine.created,
    changed: mine.changed,
  }
  if (writeChecklist(both) === writeChecklist(mine)) return mine
  return { ...both, changed: changedAt(mine.changed, now) }
}

function handBackOf({ assignment }: Checklist, { id }: Checklist): HandBack | undefined {
  return assignment?.handBacks.find(one => one.id === id)
}

function isOlder(mine: Checklist, theirs: Checklist): boolean {
  const before = handBackOf(mine, theirs)
  return before !== undefined && Date.parse(theirs.changed) < Date.parse(before.changed)
}

/** What a team hands back, less what it must not change. */
function asPart({ unit }: Checklist, theirs: Checklist): Checklist {
  const report = { ...theirs.report, file: undefined }
  return { ...theirs, unit, report, sent: undefined, assignment: undefined, removed: [] }
}

/** `mine` with the team's present word on everything that is here as the team handed it back last. */
function followTeam(mine: Checklist, theirs: Checklist, now: Date): Checklist {
  const before = handBackOf(mine, theirs)?.marks
  if (!before) return mine
  const here = marksOf(mine)
  const same = Object.keys(before).filter(id => before[id] === here[id])
  let next = mine
  for (const id of same) {
    const row = id.startsWith('report-') ? id.slice('report-'.length) : null
    if (row !== null) {
      const { texts, scores } = theirs.report
      next = {
        ...next,
        report: {
          ...next.report,
          texts: { ...next.report.texts, [row]: texts[row] ?? '' },
          scores: { ...next.report.scores, [row]: scores[row] ?? '' },
        },
      }
    } else if (id !== 'unit') {
      const answer = answerOf(theirs, id)
      const kept = new Set(answer.files.map(({ sha256 }) => sha256))
      const givenUp = answerOf(next, id).files.filter(({ sha256 }) => !kept.has(sha256))
      next = removeFiles(
        next,
        givenUp.map(({ sha256 }) => ({ item: id, sha256 })),
        now,
      )
      next = { ...next, answers: { ...next.answers, [id]: answer } }
    }
  }
  return next
}

/** Files that came from several sides stand in an order of their own, under one of their names. */
function inOneOrder(mine: Checklist, theirs: Checklist, both: Checklist): Checklist {
  const answers = Object.entries(both.answers).map(([id, answer]) => {
    const files = orderFiles(answerOf(mine, id).files, answerOf(theirs, id).files, answer.files)
    return [id, files === answer.files ? answer : { ...answer, files }] as const
  })
  return {
    ...both,
    answers: Object.fromEntries(answers),
    unsorted: orderFiles(mine.unsorted, theirs.unsorted, both.unsorted),
  }
}

function orderFiles(
  mine: readonly AttachedFile[],
  theirs: readonly AttachedFile[],
  both: AttachedFile[],
): AttachedFile[] {
  const isOneSided = mine.length === 0 || theirs.length === 0
  const isSame = mine.length === theirs.length && mine.every((file, i) => file.sha256 === theirs[i]?.sha256)
  if (isOneSided || isSame) return both
  const other = new Map(theirs.map(file => [file.sha256, file]))
  return both
    .map(file => chooseName(file, other.get(file.sha256)))
    .sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))
}

/** A name that a person gave stays; of two that nobody gave, the same in whichever order they come. */
function chooseName(mine: AttachedFile, theirs: AttachedFile | undefined): AttachedFile {
  if (!theirs || mine.name !== mine.originalName) return mine
  if (theirs.name !== theirs.originalName) return theirs
  return placeOf(theirs) < placeOf(mine) ? theirs : mine
}

function placeOf({ added, originalName, sha256 }: AttachedFile): string {
  return `${added} ${originalName} ${sha256}`
}

function withHandBack(catalogue: Catalogue, mine: Checklist, theirs: Checklist, now: Date) {
  const { teams, handBacks } = mine.assignment ?? noAssignment
  const before = handBackOf(mine, theirs)
  if (before?.changed === theirs.changed) return mine.assignment
  const items = sectionsOf(catalogue, theirs).flatMap(section => section.items)
  const { done, total, files } = progressOf(items, theirs)
  const handBack: HandBack = {
    id: theirs.id,
    team: before?.team ?? presentName(teams, theirs.part?.team ?? ''),
    at: now.toISOString(),
    changed: theirs.changed,
    ...{ done, total, files },
    marks: marksOf(asPart(mine, theirs)),
  }
  return { teams, handBacks: sortHandBacks([...handBacks.filter(one => one !== before), handBack]) }
}
