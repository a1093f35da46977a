import { useMemo, useRef } from 'preact/hooks'
import type { AttachedFile } from '../../core/checklist/checklist'
import { DeskFile } from './DeskFile'
import type { GroupProps } from './pieces'

interface Props extends GroupProps {
  files: readonly AttachedFile[]
}

/**
 * Some files of a group, drawn anew only where something of them changed, and laid out only on the screen: of ten thousand files
 * a list in one piece would stop the page with each batch that comes.
 */
export function Chunk({ files, isLong, group, chosen, shown, pieces, onChoose, onShow, onDrag }: Props) {
  const last = useRef(files)
  const isSame = last.current.length === files.length && files.every((file, i) => file === last.current[i])
  if (!isSame) last.current = files
  const marks = files.map(({ sha256 }) => Number(chosen.has(sha256)) + 2 * Number(sha256 === shown)).join('')
  return useMemo(
    () => (
      <ul
        class={`${group.day === null ? 'files' : 'tiles'}${isLong ? ' is-chunk' : ''}`}
        style={isLong ? { '--files': `${files.length}` } : undefined}
      >
        {files.map(file => (
          <DeskFile
            key={file.sha256}
            file={file}
            suggested={group.item ?? ''}
            isTile={group.day !== null}
            isChosen={chosen.has(file.sha256)}
            isShown={shown === file.sha256}
            {...{ pieces, onChoose, onShow, onDrag }}
          />
        ))}
      </ul>
    ),
    [last.current, marks, group.id, isLong],
  )
}
