/**
 * 补充包: a bundle with some items alone, put together with the one that it completes. In come all hand-ins, out go the same with
 * a further one for each 补充包 whose bundle is there: its items by the 补充包, every other as it was. A 补充包 without its bundle
 * stays what it is, and says so.
 */
import type { Checklist } from '../checklist/checklist'
import { absentFiles, type HandIn, type HandInFinding } from './hand-in'
import { uniteHandIns } from './unite'

/** What came, whole; the 补充包 that found their bundle are in the hand-ins made of both. */
export function completeSupplements(handIns: readonly HandIn[]): HandIn[] {
  const isWhole = ({ checklist }: HandIn) => checklist.completes === undefined
  const whole = handIns.filter(isWhole)
  const supplements = handIns
    .filter(handIn => !isWhole(handIn))
    .sort((a, b) => Date.parse(a.checklist.changed) - Date.parse(b.checklist.changed))
  if (supplements.length === 0) return [...handIns]
  const alone: HandIn[] = []
  for (const supplement of supplements) {
    const base = findBase(whole, supplement)
    if (base) whole.push(complete(base, supplement))
    else alone.push({ ...supplement, findings: [...supplement.findings, missingBase(supplement)] })
  }
  return [...whole, ...alone]
}

/** 校验码 of a hand-in and of all that it was put together from, as the bags themselves give them where bytes are missing. */
export function fingerprintsOf({
  fingerprint,
  declaredFingerprint,
}: Pick<HandIn, 'fingerprint' | 'declaredFingerprint'>): string[] {
  return [...new Set((fingerprint || declaredFingerprint).split('\n'))].filter(Boolean)
}

/** The latest of those with these 校验码: of the same files texts alone may have been changed. */
function findBase(whole: readonly HandIn[], { checklist }: HandIn): HandIn | undefined {
  const wanted = [...(checklist.completes?.fingerprints ?? [])].sort().join()
  const fitting = whole.filter(
    one => one.checklist.id === checklist.id && fingerprintsOf(one).sort().join() === wanted,
  )
  const later = (a: HandIn, b: HandIn) =>
    Date.parse(b.checklist.changed) >= Date.parse(a.checklist.changed) ? b : a
  return fitting.length > 0 ? fitting.reduce(later) : undefined
}

function complete(base: HandIn, supplement: HandIn): HandIn {
  const items = new Set(supplement.checklist.completes?.items)
  const checklist = replaceItems(base.checklist, supplement.checklist, items)
  const there = new Set([...base.present, ...supplement.present])
  const files = Object.values(checklist.answers).flatMap(answer => answer.files)
  const present = new Set(files.map(({ sha256 }) => sha256).filter(sha256 => there.has(sha256)))
  const absent = new Set(absentFiles({ checklist, present }).map(({ sha256 }) => sha256))
  const both = uniteHandIns([base, supplement])
  return {
    ...both,
    checklist,
    present,
    damaged: new Map([...both.damaged].filter(([sha256]) => absent.has(sha256))),
    // What was wrong with files of items that came anew is settled.
    findings: [...base.findings.filter(({ file }) => !file || !items.has(file.item)), ...supplement.findings],
    arrived: supplement.arrived,
    report: base.report,
  }
}

function replaceItems(base: Checklist, supplement: Checklist, items: ReadonlySet<string>): Checklist {
  const kept = Object.entries(base.answers).filter(([item]) => !items.has(item))
  const anew = Object.entries(supplement.answers).filter(([item]) => items.has(item))
  const { returned, sent, changed } = supplement
  return {
    ...base,
    answers: Object.fromEntries([...kept, ...anew]),
    ...(returned ? { returned } : {}),
    ...(sent ? { sent } : {}),
    changed,
  }
}

function missingBase({ checklist }: HandIn): HandInFinding {
  const { fingerprints = [], items = [] } = checklist.completes ?? {}
  return { archive: '', finding: { code: 'base-missing', fingerprints, items: items.length } }
}
