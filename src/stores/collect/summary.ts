/** 汇总表: writes the table of all units and hands it to the browser's downloads, or draws what is printed of it. */
import { atom } from 'nanostores'
import { toBeijing } from '../../core/text/format'
import type { SummaryInput } from '../../io/collect/summary-input'
import { downloadBlob } from '../../io/files/download'
import { pause } from '../../io/files/in-slices'
import { attempt, type PackProblem, packProblemOf } from '../attempt'

export type { SummaryInput }

type Summarizing =
  | { state: 'idle' }
  /** `lines`: written so far. */
  | { state: 'writing'; lines: number }
  | { state: 'handed-over'; fileName: string }
  | { state: 'failed'; problem: PackProblem }

export const $summarizing = atom<Summarizing>({ state: 'idle' })

let controller = new AbortController()

export async function downloadSummary(input: SummaryInput): Promise<void> {
  controller = new AbortController()
  const { signal } = controller
  const step = async () => {
    const onLines = (lines: number) => $summarizing.set({ state: 'writing', lines })
    const bytes = await writeSummaryNow(input, signal, onLines)
    const fileName = `${input.catalogue.bundleTitle}汇总表.xlsx`
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    downloadBlob(new Blob([bytes], { type }), fileName)
    $summarizing.set({ state: 'handed-over', fileName })
  }
  $summarizing.set({ state: 'writing', lines: 0 })
  await attempt(step, packProblemOf, problem =>
    signal.aborted ? dismissSummary() : $summarizing.set({ state: 'failed', problem }),
  )
}

/** Stops writing; nothing was handed over yet. */
export function cancelSummary(): void {
  controller.abort()
}

/** The bytes of 汇总表.xlsx. @throws AbortError */
export async function writeSummaryNow(
  input: SummaryInput,
  signal: AbortSignal,
  onLines: (lines: number) => void = () => {},
): Promise<Uint8Array<ArrayBuffer>> {
  const [{ writeSummary }, { writeElsewhere }] = await Promise.all([
    import('../../io/collecting'),
    import('../../io/bundle/workbook-thread'),
  ])
  return writeSummary(input, toBeijing(new Date()), writeElsewhere(signal, onLines))
}

export function dismissSummary(): void {
  $summarizing.set({ state: 'idle' })
}

/** 打印汇总: how many units' lines the paper has, of how many; null while nothing is to be printed. */
export const $paper = atom<{ units: number; of: number } | null>(null)

/** Units drawn between two pauses: some milliseconds on a slow computer. */
const unitsAtOnce = 12

/** Ends the step that printing waits for: drawn, or not to be printed any more. */
let settle: (isDrawn: boolean) => void = () => {}

/** Draws the paper of so many units and prints it once it is there, unless that is stopped meanwhile. */
export async function printSummary(of: number): Promise<void> {
  settle(false)
  for (let units = 0; units < of; ) {
    units = Math.min(of, units + unitsAtOnce)
    const drawn = new Promise<boolean>(resolve => {
      settle = resolve
    })
    $paper.set({ units, of })
    if (!(await drawn)) return
    await pause()
  }
  print()
}

/** What `$paper` asks for stands on the page: `app/collect/PrintedSummary` says so. */
export function paperDrawn(): void {
  settle(true)
}

/** The whole paper at once: for who prints by the browser's own menu. */
export function drawPaper(of: number): void {
  $paper.set({ units: of, of })
}

/** Nothing is drawn any more; what was not printed yet is not. */
export function forgetPaper(): void {
  settle(false)
  $paper.set(null)
}
