/** 从 Word 导入: what a report that was written in Word says, to be looked at before anything is written. */
import { atom } from 'nanostores'
import type { WordBlock } from '../../core/report/word'
import type { WordProblem } from '../../io/report/read-word'
import { changeChecklist } from '../checklist'

/** The document that is looked at: its blocks, or why it can't be read; null while there is none. */
export const $word = atom<{ name: string; read: readonly WordBlock[] | WordProblem } | null>(null)

export async function openWord(input: HTMLInputElement): Promise<void> {
  const [file] = Array.from(input.files ?? [])
  if (!file) return
  const part = await import('../../io/bundling').catch(() => null)
  $word.set({ name: file.name, read: part ? await part.readWord(file) : 'unreadable' })
}

/** Writes texts into the report's boxes, by the field's id. */
export function writeTexts(texts: ReadonlyMap<string, string>): void {
  for (const [id, text] of texts) changeChecklist({ kind: 'set-report-text', id, text })
  $word.set(null)
}
