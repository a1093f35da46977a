/** The sentences of 备份与交接. */
import type { Backup, Unsaved } from '../core/backup/backup'

/** What is in this browser only, and what to do about it. */
export function sayUnsaved(
  backup: Pick<Backup, 'kind'> | null,
  { files, items, characters }: Unsaved,
): string {
  const isText = backup?.kind === 'text'
  const work = [
    !isText && files > 0 && `添加了 ${files} 个文件`,
    items > 0 && `完成了 ${items} 项`,
    characters > 0 && `写了 ${characters} 字报告`,
  ].filter(Boolean)
  const says = [
    // They may have been here when it was made: the text backup only names them.
    isText && files > 0 && `文字备份里没有附件，有 ${files} 个文件还没有确认存好的备份`,
    work.length > 0 && `${backup ? '那以后' : '现在已经'}${work.join('、')}`,
  ].filter(Boolean)
  return `${says.join('；')}。建议下载一次材料包作为备份。`
}
