/** 自评报告.docx of what is stored now: written, and handed to the browser's downloads. */
import { atom } from 'nanostores'
import type { Checklist } from '../../core/checklist/checklist'
import { reportTitle } from '../../core/report/report'
import { safeName } from '../../core/text/filename'
import { downloadBlob } from '../../io/files/download'
import { attempt, type PackProblem, packProblemOf } from '../attempt'
import { $checklist, queueSettled } from '../checklist'
import { getCatalogue } from '../page'

export type ReportDownload =
  | { state: 'idle' | 'writing' }
  | { state: 'handed-over'; fileName: string }
  | { state: 'failed'; problem: PackProblem }

export const $reportDownload = atom<ReportDownload>({ state: 'idle' })

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** Longest file name, in characters; that of a bundle may be as long. */
const longestName = 40

/** Hands 自评报告.docx to the downloads, under the report's own title. */
export async function downloadReport(): Promise<void> {
  const step = async () => {
    await queueSettled()
    const checklist = $checklist.get()
    if (!checklist) return dismissReport()
    const bytes = await writeReport(checklist, new Date())
    const fileName = safeName(reportTitle(getCatalogue(), checklist), longestName, '.docx')
    downloadBlob(new Blob([bytes], { type: docx }), fileName)
    $reportDownload.set({ state: 'handed-over', fileName })
  }
  $reportDownload.set({ state: 'writing' })
  await attempt(step, packProblemOf, problem => $reportDownload.set({ state: 'failed', problem }))
}

/** Hides the message about the download. */
export function dismissReport(): void {
  $reportDownload.set({ state: 'idle' })
}

/** The bytes of 自评报告.docx; `now` gives the date under the text. */
export async function writeReport(checklist: Checklist, now: Date): Promise<Uint8Array<ArrayBuffer>> {
  const { writeReport } = await import('../../io/report/docx')
  return writeReport(getCatalogue(), checklist, now)
}
