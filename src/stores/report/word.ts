/** 从 Word 导入: what a report that was written in Word says, to be looked at before anything is written. */
import { atom } from 'nanostores'
import { type Refusal, refusalOf } from '../../core/files/refusal'
import type { WordBlock } from '../../core/report/word'
import type { WordProblem } from '../../io/report/read-word'
import { changeChecklist } from '../checklist'

/** The document that is looked at: its blocks, why it can't be read, or why the part that reads did not come. */
export interface Word {
  name: string
  read: readonly WordBlock[] | WordProblem | { refusal: Refusal }
}

export const $word = atom<Word | null>(null)

export async function openWord(input: HTMLInputElement): Promise<void> {
  const [file] = Array.from(input.files ?? [])
  if (!file) return
  const read = await import('../../io/bundling').then(
    part => part.readWord(file),
    error => ({ refusal: refusalOf(error) }),
  )
  $word.set({ name: file.name, read })
}

/** Writes texts into the report's boxes, by the field's id. */
export function writeTexts(texts: ReadonlyMap<string, string>): void {
  for (const [id, text] of texts) changeChecklist({ kind: 'set-report-text', id, text })
  $word.set(null)
}
