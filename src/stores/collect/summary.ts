/** 汇总表: writes the table of all units and hands it to the browser's downloads. */
import { atom } from 'nanostores'
import { toBeijing } from '../../core/text/format'
import type { SummaryInput } from '../../io/collect/summary-input'
import { downloadBlob } from '../../io/files/download'
import { attempt, type PackProblem, packProblemOf } from '../attempt'

export type { SummaryInput }

type Summarizing =
  | { state: 'idle' | 'writing' }
  | { state: 'handed-over'; fileName: string }
  | { state: 'failed'; problem: PackProblem }

export const $summarizing = atom<Summarizing>({ state: 'idle' })

export async function downloadSummary(input: SummaryInput): Promise<void> {
  const step = async () => {
    const bytes = await writeSummaryNow(input)
    const fileName = `${input.catalogue.bundleTitle}汇总表.xlsx`
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    downloadBlob(new Blob([bytes], { type }), fileName)
    $summarizing.set({ state: 'handed-over', fileName })
  }
  $summarizing.set({ state: 'writing' })
  await attempt(step, packProblemOf, problem => $summarizing.set({ state: 'failed', problem }))
}

/** The bytes of 汇总表.xlsx. */
export async function writeSummaryNow(input: SummaryInput): Promise<Uint8Array<ArrayBuffer>> {
  const { writeSummary } = await import('../../io/bundling')
  return writeSummary(input, toBeijing(new Date()))
}

export function dismissSummary(): void {
  $summarizing.set({ state: 'idle' })
}
