import { useState } from 'preact/hooks'
import type { AttachedFile } from '../../core/checklist/checklist'
import { activeKindIn, type HandIn } from '../../core/intake/hand-in'
import { refusalWording } from '../../wording/refusal'
import type { ReviewActions } from './pieces'

interface Props {
  file: AttachedFile
  handIn: HandIn
  actions: ReviewActions
}

/** 打开 in a tab of its own and 另存, straight out of the archive; nothing of a file that is not there. */
export function FileActions({ file, handIn, actions }: Props) {
  const [problem, setProblem] = useState({ of: '', says: '' })
  const isThere = handIn.present.has(file.sha256)
  const isAltered = !isThere && handIn.damaged.get(file.sha256) === 'altered'
  if (!isThere && !isAltered) return null
  const active = activeKindIn(handIn, file)
  // The name says that these are other bytes: a saved copy must not pass for what the unit handed in.
  const name = isAltered ? `与打包时不一致-${file.name}` : file.name
  const use = async (action: ReviewActions['openFile']) => {
    const refusal = await action(handIn, { ...file, name })
    setProblem({ of: file.sha256, says: refusal ? `没有读出来：${refusalWording[refusal]}` : '' })
  }
  return (
    <>
      {problem.of === file.sha256 && problem.says && (
        <p class="wrong" role="alert">
          {problem.says}
        </p>
      )}
      {(active === null || active === 'web-page') && (
        <button
          type="button"
          class="button quiet"
          aria-label={`打开 ${name}`}
          onClick={() => void use(actions.openFile)}
        >
          打开
        </button>
      )}
      <button
        type="button"
        class="button quiet"
        aria-label={`另存 ${name}`}
        onClick={() => void use(actions.saveFile)}
      >
        另存
      </button>
    </>
  )
}
