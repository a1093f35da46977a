import { useState } from 'preact/hooks'
import type { AttachedFile } from '../../core/checklist/checklist'
import { activeKindIn, type HandIn, missingVolumes } from '../../core/intake/hand-in'
import { previewByName } from '../../core/preview/kind'
import { formatSize } from '../../core/text/format'
import { loadHandedIn, openHandedIn, saveHandedIn } from '../../stores/intake/hand-ins'
import { activeFlags, sayAbsence } from '../../wording/intake'
import { refusalWording } from '../../wording/refusal'
import { Preview } from '../preview/Preview'

interface Props {
  file: Pick<AttachedFile, 'name' | 'size' | 'sha256'>
  handIn: HandIn
}

/** What a tab of the browser would save, and the page shows. */
const shownHere = ['word', 'workbook', 'table', 'sound', 'film', 'archive']

/** One file of a hand-in: opened or saved straight out of its archive, also where it is no longer what was packed. */
export function HandedInFile({ file, handIn }: Props) {
  const [problem, setProblem] = useState('')
  const [isShown, setShown] = useState(false)
  const isHere = shownHere.includes(previewByName(file.name, file.size))
  const isThere = handIn.present.has(file.sha256) || handIn.report?.sha256 === file.sha256
  const damage = isThere ? undefined : handIn.damaged.get(file.sha256)
  const active = activeKindIn(handIn, file)
  const name = damage === 'altered' ? `与打包时不一致-${file.name}` : file.name
  const use = async (action: typeof openHandedIn) => {
    // The name says that these are other bytes: a saved copy must not pass for what the unit handed in.
    const refusal = await action(handIn, { ...file, name })
    setProblem(refusal ? `没有读出来：${refusalWording[refusal]}` : '')
  }
  return (
    <li class={`handed-in${isShown ? ' is-shown-here' : ''}`}>
      <span class="file-what">
        {file.name} <small>{formatSize(file.size)}</small>
      </span>
      {!isThere && <span class="wrong">{sayAbsence(damage, missingVolumes(handIn).length > 0)}</span>}
      {active && <span class="wrong">{activeFlags[active]}</span>}
      {(isThere || damage === 'altered') && (
        <span class="file-actions">
          {(active === null || active === 'web-page') && (
            <button
              type="button"
              class="button"
              aria-label={`${isShown ? '收起' : '打开'} ${name}`}
              aria-expanded={isHere ? isShown : undefined}
              onClick={() => (isHere ? setShown(!isShown) : void use(openHandedIn))}
            >
              {isShown ? '收起' : '打开'}
            </button>
          )}
          <button
            type="button"
            class="button"
            aria-label={`另存 ${name}`}
            onClick={() => void use(saveHandedIn)}
          >
            另存
          </button>
        </span>
      )}
      {problem && (
        <p class="wrong" role="alert">
          {problem}
        </p>
      )}
      {isShown && (
        <div class="shown-here">
          <Preview {...file} load={() => loadHandedIn(handIn, file)} />
        </div>
      )}
    </li>
  )
}
