/** What an office does with bundles: verifies them, puts hand-ins together, rolls them up; as `stores/intake/hand-ins.ts` does it. */
import { runToEnd } from '../../../src/core/files/steps'
import { assemble } from '../../../src/core/intake/assemble'
import { collate } from '../../../src/core/intake/collate'
import type { HandIn } from '../../../src/core/intake/hand-in'
import { verifyBundle } from '../../../src/io/bag/verify'
import { verifyVolumes } from '../../../src/io/bag/verify-volumes'
import type { HandedInBytes, RollUpInput } from '../../../src/io/collect/pack-rollup'
import { packRollUp } from '../../../src/io/collect/pack-rollup'
import { digest, generate, pack, type Stored } from '../generate'
import { catalogue, noon } from '../samples'

export interface Office {
  handIns: HandIn[]
  findings: unknown[]
  open(handIn: HandIn, sha256: string): Promise<HandedInBytes>
}

/** The hand-ins in `files`. */
export async function receive(files: readonly File[]): Promise<Office> {
  const bags = []
  const findings: unknown[] = []
  for (const file of files) {
    const reading = { signal: new AbortController().signal, onBytes: () => {}, digest }
    const verified = await verifyBundle(file, reading)
    findings.push(...verified.problems, ...verified.bags.flatMap(bag => bag.findings))
    bags.push(...verified.bags.map(bag => ({ ...bag, archive: file.name, arrived: 1 })))
  }
  const received = runToEnd(assemble(catalogue, await verifyVolumes(bags)))
  return {
    handIns: received.map(({ handIn }) => handIn),
    findings,
    async open(handIn, sha256) {
      const own = received.find(one => one.handIn.id === handIn.id)?.bags ?? []
      for (const bag of own) {
        const content = bag.contents.find(content => content.sha256 === sha256)
        if (content) return { blob: await bag.open(content.path), crc32: content.crc32 ?? null, source: bag }
      }
      throw new Error(`${sha256} is in no archive`)
    },
  }
}

/** The hand-ins that count, by unit. */
export function counting({ handIns }: Office): HandIn[] {
  return collate(catalogue, handIns).rows.map(row => row.handIn)
}

/** The ZIPs of an office's roll-up. */
export async function rollUp(
  office: Office,
  part: Partial<RollUpInput> = {},
): Promise<{ files: File[]; fingerprint: string }> {
  const { volumes, fingerprint } = await packRollUp({
    catalogue,
    handIns: counting(office),
    office: '县质强办',
    department: null,
    limit: Number.POSITIVE_INFINITY,
    summary: new Uint8Array([1, 2, 3]),
    reviews: [],
    open: office.open,
    digest,
    now: noon,
    signal: new AbortController().signal,
    onFile: () => {},
    ...part,
  })
  return { files: volumes.map(({ blob, fileName }) => new File([blob], fileName)), fingerprint }
}

/** Checklists of units of these names, packed. */
export async function packUnits(names: readonly string[], seed: number, largest = 3_000): Promise<File[]> {
  const packed = names.map((name, i) => {
    const { checklist, blobs } = generate(seed + i, largest)
    const stored: Stored = { checklist: { ...checklist, unit: { ...checklist.unit, name } }, blobs }
    return pack(stored)
  })
  return (await Promise.all(packed)).flatMap(({ files }) => files)
}

export const names = [
  '青禾县教育局',
  '青禾县水利局',
  '青禾县公安局',
  '青禾县农业农村局',
  '青禾县人力资源和社会保障局',
]

/** Every use of every file. */
export const usesIn = (handIns: readonly HandIn[]) =>
  handIns.flatMap(({ checklist }) => Object.values(checklist.answers).flatMap(({ files }) => files))
