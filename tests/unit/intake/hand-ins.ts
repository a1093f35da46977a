/** Hand-ins without a bundle behind them, for what only looks at them. */

import type { Finding } from '../../../src/core/bag/finding'
import type { AttachedFile, Checklist } from '../../../src/core/checklist/checklist'
import { runToEnd } from '../../../src/core/files/steps'
import { nameFiles } from '../../../src/core/intake/file-of-finding'
import type { HandIn } from '../../../src/core/intake/hand-in'
import { catalogue } from '../samples'

/** A sound hand-in of one volume, whose files are all there but `lost`. */
export function handInOf(
  checklist: Checklist,
  lost: readonly AttachedFile[] = [],
  part: Partial<HandIn> = {},
): HandIn {
  const files = Object.values(checklist.answers).flatMap(({ files }) => files)
  const gone = new Set(lost.map(({ sha256 }) => sha256))
  return {
    id: `${checklist.id} ${checklist.changed}`,
    checklist,
    fingerprint: '6F2A-91C4-0B77-E3D0',
    declaredFingerprint: '6F2A-91C4-0B77-E3D0',
    archives: [`${checklist.unit.name}.zip`],
    volumes: { found: [1], count: 1 },
    findings: [],
    packed: checklist.changed.slice(0, 10),
    arrived: 1,
    present: new Set(files.map(({ sha256 }) => sha256).filter(sha256 => !gone.has(sha256))),
    damaged: new Map(),
    active: new Map(),
    office: '',
    report: null,
    scope: '',
    ...part,
  }
}

export function lateHandIn(checklist: Checklist, packed: string): HandIn {
  return handInOf(checklist, [], { packed })
}

export function flawedHandIn(checklist: Checklist, ...findings: Finding[]): HandIn {
  const found = findings.map(finding => ({ archive: '包.zip', finding }))
  return handInOf(checklist, [], { findings: runToEnd(nameFiles(catalogue, checklist, found)) })
}
