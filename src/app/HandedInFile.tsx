import { useState } from 'preact/hooks'
import type { AttachedFile } from '../core/checklist'
import { formatSize } from '../core/format'
import { type HandIn, missingVolumes } from '../core/hand-in'
import { openHandedIn, saveHandedIn } from '../stores/hand-ins'
import { refusalWording } from '../wording-bundle'

interface Props {
  file: Pick<AttachedFile, 'name' | 'size' | 'sha256'>
  handIn: HandIn
}

/** One file of a hand-in: opened or saved straight out of its archive. */
export function HandedInFile({ file, handIn }: Props) {
  const [problem, setProblem] = useState('')
  const isThere = handIn.present.has(file.sha256) || handIn.report?.sha256 === file.sha256
  const use = async (action: typeof openHandedIn) => {
    const refusal = await action(handIn, file)
    setProblem(refusal ? `没有读出来：${refusalWording[refusal]}` : '')
  }
  return (
    <li class="handed-in">
      <span class="file-what">
        {file.name} <small>{formatSize(file.size)}</small>
      </span>
      {isThere ? (
        <span class="file-actions">
          <button
            type="button"
            class="button"
            aria-label={`打开 ${file.name}`}
            onClick={() => void use(openHandedIn)}
          >
            打开
          </button>
          <button
            type="button"
            class="button"
            aria-label={`另存 ${file.name}`}
            onClick={() => void use(saveHandedIn)}
          >
            另存
          </button>
        </span>
      ) : (
        <span class="wrong">
          {missingVolumes(handIn).length > 0 ? '在没有收到的卷里' : '包里没有，或者被改动过'}
        </span>
      )}
      {problem && (
        <p class="wrong" role="alert">
          {problem}
        </p>
      )}
    </li>
  )
}
