import { useStore } from '@nanostores/preact'
import type { HandIn } from '../../core/intake/hand-in'
import { matchesPaper } from '../../core/intake/verdict'
import { $paperCodes, notePaperCode } from '../../stores/hand-ins'

/** 校验码 of the files, and a box for the one that is printed on the paper. */
export function PaperCode({ handIn }: { handIn: HandIn }) {
  const typed = useStore($paperCodes)[handIn.id] ?? ''
  const matches = matchesPaper(handIn, typed)
  const { fingerprint, declaredFingerprint } = handIn
  return (
    <div class="paper-code">
      <p>
        校验码 <code>{fingerprint || declaredFingerprint || '—'}</code>{' '}
        <small>
          {fingerprint === ''
            ? '包里写的；卷齐了才能按文件重新计算。'
            : declaredFingerprint !== '' && declaredFingerprint !== fingerprint
              ? `按收到的文件计算；包里写的是 ${declaredFingerprint}，说明打包以后文件有变动。`
              : '按收到的文件重新计算。'}
        </small>
      </p>
      <label class="field">
        <span>纸质目录上的校验码</span>
        <input
          type="text"
          value={typed}
          autocomplete="off"
          spellcheck={false}
          placeholder="照纸上的 16 位输入"
          onInput={event => notePaperCode(handIn, event.currentTarget.value)}
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
