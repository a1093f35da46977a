import { type AttachedFile, answerOf } from '../../core/checklist/checklist'
import type { Item } from '../../core/edition/catalogue'
import { itemStateOf } from '../../core/intake/collate'
import { activeKindIn, type HandIn, missingVolumes } from '../../core/intake/hand-in'
import { activeFlags, cellWording, sayAbsence } from '../../wording/intake'
import type { ReviewActions, ReviewPieces } from './pieces'

/** One file of an item; null for an item without files. */
export interface Sheet {
  item: Item
  file: AttachedFile | null
  /** It came after the office said its word. */
  isNew: boolean
}

interface Props {
  sheet: Sheet
  handIn: HandIn
  /** It is on screen, or the one before or after it is: only then is it read. */
  isNear: boolean
  loadFile: ReviewActions['loadFile']
  Preview: ReviewPieces['Preview']
}

/** One file with what speaks against it said before it is shown; or that there is none. */
export function SheetView({ sheet: { item, file, isNew }, handIn, isNear, loadFile, Preview }: Props) {
  if (!file) {
    const answer = answerOf(handIn.checklist, item.id)
    return (
      <section class="sheet is-empty" aria-label={`${item.id} 没有附件`}>
        <p>
          <strong>
            {item.id} {cellWording[itemStateOf(answer, handIn.present)]}
          </strong>
        </p>
        {answer.notApplicable && <p>不适用的理由：{answer.reason || '没有填写'}</p>}
        {!answer.notApplicable && <p class="more">这一项没有附件。</p>}
      </section>
    )
  }
  const isThere = handIn.present.has(file.sha256)
  const damage = isThere ? undefined : handIn.damaged.get(file.sha256)
  const isReadable = isThere || damage === 'altered'
  const active = activeKindIn(handIn, file)
  const trouble = [
    !isThere && sayAbsence(damage, missingVolumes(handIn).length > 0),
    active && activeFlags[active],
  ].filter(Boolean)
  return (
    <section class="sheet" aria-label={`${item.id} ${file.name}`}>
      {isNew && (
        <p class="sheet-new">
          <span class="new">新</span> 上次审阅以后补的：{file.name}
        </p>
      )}
      {trouble.length > 0 && <p class="wrong">! {trouble.join('；')}</p>}
      <div class="sheet-body">
        {isReadable && isNear && (
          <Preview
            name={file.name}
            size={file.size}
            sha256={file.sha256}
            load={() => loadFile(handIn, file)}
          />
        )}
      </div>
    </section>
  )
}
