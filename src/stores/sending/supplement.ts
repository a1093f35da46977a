/** 补充包: the returned items alone, packed and handed to the downloads. It is no backup: the rest of the checklist is not in it. */
import { atom } from 'nanostores'
import type { Checklist } from '../../core/checklist/checklist'
import { downloadBlob } from '../../io/files/download'
import { addingEnded } from '../adding'
import { attempt } from '../attempt'
import { type BundleProblem, problemOf } from '../bundle/bundle'
import { packDraft } from '../bundle/pack-stored'
import { $checklist, queueSettled } from '../checklist'
import { getCatalogue } from '../page'

export type Supplement =
  | { state: 'packing' }
  /** `checklist` is the open one as it was then. */
  | {
      state: 'packed'
      checklist: Checklist
      fingerprint: string
      volumes: readonly { fileName: string; blob: Blob }[]
    }
  | { state: 'failed'; problem: BundleProblem }

/** Null until one is asked for. */
export const $supplement = atom<Supplement | null>(null)

/** Packs in volumes of at most `limit` bytes, and gives them all to the downloads. */
export async function packSupplement(limit: number): Promise<void> {
  $supplement.set({ state: 'packing' })
  const step = async () => {
    await addingEnded()
    await queueSettled()
    const checklist = $checklist.get()
    const { draftBundle, supplementOf } = await import('../../io/bundling')
    const own = checklist && supplementOf(checklist)
    if (!checklist || !own) return $supplement.set(null)
    const draft = draftBundle({ catalogue: getCatalogue(), checklist: own, report: null, now: new Date() })
    const { volumes, fingerprint } = await packDraft(draft, limit)
    for (const { blob, fileName } of volumes) downloadBlob(blob, fileName)
    $supplement.set({ state: 'packed', checklist, fingerprint, volumes })
  }
  await attempt(step, problemOf, problem => $supplement.set({ state: 'failed', problem }))
}
