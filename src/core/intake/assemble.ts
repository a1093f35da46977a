/**
 * Bundles to hand-ins: in come the bundles that all archives hold, put together from their volumes, out goes a hand-in for
 * each checklist in them. A unit's bundle has one; an office's own (按指标归集) has one for each unit, whose files lie
 * elsewhere than the unit had them, so their 校验码 is made from where the unit's bundle would have them. What an office
 * could not roll up, for it had not come yet, may come in the unit's own bundle.
 */
import { fieldOf, readBagCount } from '../bag/bag'
import { digestFingerprint } from '../bag/fingerprint'
import type { VolumeFacts, VolumeSet } from '../bag/volume-set'
import { planBundle, reportName } from '../bundle/plan'
import { type AttachedFile, answerOf, type Checklist } from '../checklist/checklist'
import { type Catalogue, concerns } from '../edition/catalogue'
import { makeAnew, type Reuse } from '../files/reuse'
import type { Steps } from '../files/steps'
import { findDamaged } from './damaged'
import { nameFiles } from './file-of-finding'
import { absentFiles, type HandIn, type HandInFinding } from './hand-in'
import { isSameReport } from './resubmission'
import { findUnitField, scopeLabel } from './rolled-up'

/** A verified bag, the name of the archive it came in, and which drop that came with (from 1). */
interface ArrivedBag extends VolumeFacts {
  archive: string
  arrived: number
}

/** A bundle with the 校验码 that its manifests give; null where they give none. */
export interface ArrivedBundle<Bag> extends VolumeSet<Bag> {
  recomputed: string | null
}

/** A hand-in and the bags that its files lie in. */
export interface Assembled<Bag> {
  handIn: HandIn
  bags: readonly Bag[]
  /** Those of its bags that came better in another archive. */
  damaged: readonly Bag[]
}

const rootChecklist = 'checklist.json'

/** Every hand-in among the bundles, in their order; `reuse` keeps units' own ones. */
export function* assemble<Bag extends ArrivedBag>(
  catalogue: Catalogue,
  bundles: readonly ArrivedBundle<Bag>[],
  reuse: Reuse<ArrivedBundle<Bag>, Steps<Assembled<Bag>>> = makeAnew,
): Steps<Assembled<Bag>[]> {
  const times = new Map<string, number>()
  const assembled: Assembled<Bag>[] = []
  for (const bundle of bundles) {
    for (const [path, checklist] of checklistsOf(bundle)) {
      const facts = [checklist.id, checklist.changed, bundle.fingerprint, bundle.count]
        .join(' ')
        .replace(/\s/g, ' ')
      const time = (times.get(facts) ?? 0) + 1
      times.set(facts, time)
      const id = time > 1 ? `${facts} ${time}` : facts
      assembled.push(
        path === rootChecklist
          ? yield* reuse(bundle, [catalogue, id], () => ownHandIn(catalogue, id, checklist, bundle))
          : rolledUp(catalogue, id, path, checklist, bundle, ownBagsOf(checklist, bundles)),
      )
      yield
    }
  }
  return assembled
}

/** The bags of a unit's own bundles that were packed in this state of its checklist. */
function ownBagsOf<Bag extends ArrivedBag>(
  checklist: Checklist,
  bundles: readonly ArrivedBundle<Bag>[],
): Bag[] {
  return bundles.flatMap(bundle => {
    const own = checklistsOf(bundle).get(rootChecklist)
    return own && isSameReport(own, checklist) ? bagsOf(bundle) : []
  })
}

/** By path: every volume carries the same. */
function checklistsOf({ volumes }: ArrivedBundle<ArrivedBag>): Map<string, Checklist> {
  const found = volumes.flatMap(({ checklists }) => checklists)
  return new Map(found.flatMap(({ path, result }) => (result.ok ? [[path, result.checklist] as const] : [])))
}

/** A unit's own bundle. */
function* ownHandIn<Bag extends ArrivedBag>(
  catalogue: Catalogue,
  id: string,
  checklist: Checklist,
  bundle: ArrivedBundle<Bag>,
): Steps<Assembled<Bag>> {
  const sound = [...bundle.volumes, ...bundle.doubles]
  const bags = bagsOf(bundle)
  const findings = [
    ...bundle.findings.map(finding => ({ archive: '', finding })),
    ...bundle.damaged.map(({ bag: { archive }, finding }) => ({ archive, finding })),
    ...sound.flatMap(({ archive, findings }) => findings.map(finding => ({ archive, finding }))),
  ]
  const named = yield* nameFiles(catalogue, checklist, findings)
  const days = bags.map(({ info }) => fieldOf(info, 'Bagging-Date') ?? '')
  yield
  const handIn = {
    ...commonFacts(id, rootChecklist, checklist, bundle, bags),
    fingerprint: bundle.recomputed ?? '',
    declaredFingerprint: bundle.fingerprint,
    findings: named,
    packed: days.find(day => /^\d{4}-\d\d-\d\d$/.test(day)) ?? '',
    office: '',
    scope: '',
  }
  return { handIn, bags, damaged: damagedOf(bundle) }
}

/** A unit in an office's bag, which is verified as a whole: what speaks against the unit is that a file of it is not there. */
function rolledUp<Bag extends ArrivedBag>(
  catalogue: Catalogue,
  id: string,
  path: string,
  checklist: Checklist,
  bundle: ArrivedBundle<Bag>,
  ownBags: readonly Bag[],
): Assembled<Bag> {
  const rolled = { checklist, present: presentIn(checklist, bagsOf(bundle)) }
  const absent = new Set(absentFiles(rolled).map(({ sha256 }) => sha256))
  const helpful = ownBags.filter(({ contents }) => contents.some(({ sha256 }) => absent.has(sha256)))
  const bags = [...bagsOf(bundle), ...helpful]
  const facts = commonFacts(id, path, checklist, bundle, bags)
  const isCompleted = helpful.length > 0 && absentFiles(facts).length === 0
  const isWhole = bundle.volumes.length === bundle.count
  const info = bundle.volumes[0]?.info ?? []
  const said = findUnitField(info, path)
  const scope = catalogue.departments.find(({ id }) => id === fieldOf(info, scopeLabel))?.id ?? ''
  const handIn = {
    ...facts,
    fingerprint: fingerprintOf(catalogue, facts, said.fingerprint),
    declaredFingerprint: said.fingerprint,
    findings: [
      ...(said.errors > 0 ? [foundBefore(said.errors, isCompleted)] : []),
      ...(isWhole ? findAbsent(checklist, facts.present, itemsIn(catalogue, scope)) : []),
    ],
    packed: said.packed,
    office: said.office || (fieldOf(info, 'Source-Organization') ?? ''),
    scope,
  }
  return { handIn, bags, damaged: damagedOf(bundle) }
}

/** All bags that its files may be read from; the intact files of a damaged one are as good as any. */
function bagsOf<Bag extends ArrivedBag>(bundle: ArrivedBundle<Bag>): Bag[] {
  return [...bundle.volumes, ...bundle.doubles, ...damagedOf(bundle)]
}

function damagedOf<Bag extends ArrivedBag>({ damaged }: ArrivedBundle<Bag>): Bag[] {
  return damaged.map(({ bag }) => bag)
}

function commonFacts(
  id: string,
  path: string,
  checklist: Checklist,
  { volumes, count }: ArrivedBundle<ArrivedBag>,
  bags: readonly ArrivedBag[],
) {
  const contents = bags.flatMap(({ contents }) => contents)
  const reportPath = path.replace(/[^/]*$/, reportName)
  const report = contents.find(({ path, sha256 }) => path === reportPath && sha256 !== '')
  const present = presentIn(checklist, bags)
  return {
    id,
    checklist,
    archives: [...new Set(bags.map(({ archive }) => archive))],
    arrived: volumes.reduce((first, { arrived }) => Math.min(first, arrived), Number.MAX_SAFE_INTEGER),
    volumes: { found: volumes.map(volumeOf).sort((a, b) => a - b), count },
    present,
    damaged: damagedAmong(absentFiles({ checklist, present }), bags),
    active: new Map(contents.flatMap(({ sha256, active }) => (active ? [[sha256, active] as const] : []))),
    report: report ? { sha256: report.sha256, size: report.size } : null,
  }
}

/** SHA-256 of every file of the checklist that lies intact in one of the bags. */
function presentIn(checklist: Checklist, bags: readonly ArrivedBag[]): Set<string> {
  const there = new Set(bags.flatMap(({ contents }) => contents.map(({ sha256 }) => sha256)))
  const files = Object.values(checklist.answers).flatMap(({ files }) => files)
  return new Set(files.map(({ sha256 }) => sha256).filter(sha256 => there.has(sha256)))
}

function damagedAmong(absent: readonly AttachedFile[], bags: readonly ArrivedBag[]): HandIn['damaged'] {
  const damaged = new Map<string, 'altered' | 'unreadable'>()
  for (const { sha256 } of absent) {
    const found = bags.flatMap(bag => findDamaged(bag, sha256) ?? [])
    if (found.length > 0)
      damaged.set(sha256, found.some(content => content.sha256 !== '') ? 'altered' : 'unreadable')
  }
  return damaged
}

/** Its number; 1 where its bag-info.txt says nonsense. */
function volumeOf({ info }: ArrivedBag): number {
  return readBagCount(info)?.[0] ?? 1
}

/** A roll-up is sound though a bundle in it was not: what was found must not be lost on the way up. */
function foundBefore(errors: number, isCompleted: boolean): HandInFinding {
  const code = isCompleted ? 'completed-since' : 'flawed-before'
  return { archive: '', finding: { code, errors } }
}

function findAbsent(
  checklist: Checklist,
  present: ReadonlySet<string>,
  among: ReadonlySet<string> | null,
): HandInFinding[] {
  return Object.keys(checklist.answers)
    .filter(item => among?.has(item) ?? true)
    .flatMap(item =>
      answerOf(checklist, item)
        .files.filter(({ sha256 }) => !present.has(sha256))
        .map(({ name }) => {
          return { archive: '', finding: { code: 'not-packed' as const, item, name }, file: { item, name } }
        }),
    )
}

/** Ids of the items of one department's rows; null for all. */
function itemsIn({ indicators }: Catalogue, scope: string): Set<string> | null {
  if (scope === '') return null
  const rows = indicators.filter(row => concerns(row, [scope]))
  return new Set(rows.flatMap(({ items }) => items.map(({ id }) => id)))
}

/**
 * The 校验码 of the unit's own bundle; empty where not all files are there, or only another edition could say where they lay.
 * Bundles packed while `%` stayed in names have another one: it counts where it is the one `declared`.
 */
function fingerprintOf(
  catalogue: Catalogue,
  { checklist, present }: Pick<HandIn, 'checklist' | 'present'>,
  declared: string,
): string {
  if (checklist.edition !== catalogue.edition) return ''
  const { entries } = planBundle(catalogue, checklist)
  if (!entries.every(({ sha256 }) => present.has(sha256))) return ''
  const now = digestFingerprint(entries)
  if (declared === '' || declared === now) return now
  const before = digestFingerprint(entries.map(entry => ({ ...entry, path: entry.path.replace(/％/g, '%') })))
  return before === declared ? before : now
}
