import { useStore } from '@nanostores/preact'
import type { UnitRow } from '../../core/intake/collate'
import type { HandIn } from '../../core/intake/hand-in'
import { findCode } from '../../core/intake/notes'
import { matchesPaper } from '../../core/intake/soundness'
import { $notes, notePaperCode } from '../../stores/intake/notes'
import { getCatalogue } from '../../stores/page'

/** 校验码 of the files, and a box for the one that is printed on the paper; what is typed is kept on this computer. */
export function PaperCode({ handIn, row }: { handIn: HandIn; row: UnitRow }) {
  const typed = findCode(useStore($notes), handIn)
  const matches = matchesPaper(handIn, typed)
  const { fingerprint, declaredFingerprint } = handIn
  return (
    <div class="paper-code">
      {row.parts.length > 1 && (
        <p class="more">
          {nameDepartments(handIn)}的一份：{handIn.archives.join('；')}
        </p>
      )}
      <p>
        校验码 <code>{fingerprint || declaredFingerprint || '—'}</code>{' '}
        <small>
          {fingerprint === ''
            ? sayNotComputed(handIn)
            : declaredFingerprint !== '' && declaredFingerprint !== fingerprint
              ? `按收到的文件计算；包里写的是 ${declaredFingerprint}，说明打包以后文件有变动。`
              : '按收到的文件重新计算。'}
        </small>
      </p>
      {row.strangers.includes(handIn) && (
        <p class="wrong">
          这个单位名称下有不止一份清单。这一份的编号与{row.parts.length > 1 ? '另一份' : '以前认识的'}
          不同：可能是换了电脑、另一个股室填的，也可能不是这个单位报的。请核对纸质目录上的校验码，或打电话问清。
        </p>
      )}
      <label class="field">
        <span>纸质目录上的校验码</span>
        <input
          type="text"
          value={typed}
          autocomplete="off"
          spellcheck={false}
          placeholder="照纸上的 16 位输入"
          onInput={event => void notePaperCode(handIn, event.currentTarget.value)}
        />
      </label>
      <p role="status">
        {matches === true && <span class="complete">✓ 与纸质目录一致：纸上列的就是这些文件。</span>}
        {matches === false && (
          <span class="wrong">
            与纸质目录不一致：纸质目录和这个包不是同一次打印、打包的，或者抄错了。请对方重新打印目录，或补发对应的材料包。
          </span>
        )}
      </p>
    </div>
  )
}

/** The beginning of the 校验码 of each part, and what came of holding it against the paper. */
export function PaperResults({ row: { parts } }: { row: UnitRow }) {
  const notes = useStore($notes)
  return (
    <>
      {parts.map(part => {
        const matches = matchesPaper(part, findCode(notes, part))
        return (
          <p key={part.id} class="paper-result">
            <code title={part.fingerprint}>{part.fingerprint.slice(0, 9) || '—'}</code>
            {matches === true && <small class="complete">✓ 与纸质一致</small>}
            {matches === false && <small class="wrong">✗ 与纸质不一致</small>}
          </p>
        )
      })}
    </>
  )
}

/** A label that tells parts of the same file name apart. */
function nameDepartments({ checklist }: HandIn): string {
  const { departments } = getCatalogue()
  return departments
    .filter(({ id }) => checklist.unit.departments.includes(id))
    .map(({ name }) => name)
    .join('、')
}

/** Why the code of the files is not known: a volume is missing, or files are. */
function sayNotComputed({ volumes }: HandIn): string {
  return volumes.count > 1 && volumes.found.length < volumes.count
    ? '包里写的；卷齐了才能按文件重新计算。'
    : '包里写的；有文件没有收到或者不一致，没有按文件重新计算。'
}
