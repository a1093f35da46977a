import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { Merged } from '../../core/backup/merged'
import type { RestoreOutcome } from '../../core/backup/outcome'
import type { Checklist } from '../../core/checklist/checklist'
import type { Reply } from '../../core/checklist/returned'
import { formatMinute } from '../../core/text/format'
import type { Restored } from '../../stores/backup/restoring'
import { sayReplyBriefly, sayRestoreProblem } from '../../wording/bundle'
import { nameSome } from '../../wording/names'
import { refusalWording } from '../../wording/refusal'

interface Props {
  restoring: Restored
  /** The ways on from a checklist of another edition. */
  renderOther: (checklist: Checklist) => ComponentChildren
}

/** What came of an import: each bundle, each 审核意见, what was refused and why. A part of the page: it reads no store. */
export function RestoreResults({ restoring, renderOther }: Props) {
  const { outcomes, replies, refused, refusal } = restoring
  return (
    <>
      {outcomes.map((outcome, i) => (
        <Outcome key={i} outcome={outcome} />
      ))}
      {replies.map(reply => (
        <Taken key={reply.at} reply={reply} />
      ))}
      {refusal && (
        <p class="wrong">导入没有做完：{refusalWording[refusal]}已经导入的都在，可以再导入一次。</p>
      )}
      {refused.length > 0 && (
        <ul>
          {refused.map(({ name, problem }, i) => (
            <li key={i}>
              <strong>{name}</strong> {sayRestoreProblem(problem)}
              {problem.code === 'other-edition' && renderOther(problem.checklist)}
            </li>
          ))}
        </ul>
      )}
      {outcomes.length + replies.length + refused.length === 0 && !refusal && (
        <p>没有导入任何内容，原来的清单没有改动。</p>
      )}
    </>
  )
}

function Taken({ reply }: { reply: Reply }) {
  return (
    <p>
      <strong>已收到审核意见</strong>：{sayReplyBriefly(reply)}。填写的内容和文件都没有动。
    </p>
  )
}

function Outcome({ outcome }: { outcome: RestoreOutcome }) {
  const { unit, team, files, missing, missingVolumes, volumes } = outcome
  return (
    <>
      <p>
        <strong>
          已导入“{unit}”{team && `的${team}部分`}
        </strong>
        ：{files > 0 ? `新增 ${files} 个文件，文字和勾选已合并。` : '文字和勾选已合并，没有新的文件。'}
        {missingVolumes.length > 0 &&
          `这个材料包共 ${volumes} 卷，缺第 ${missingVolumes.join('、')} 卷，请再导入缺的卷。`}
      </p>
      {missing.length > 0 && (
        <p class="wrong">
          有 {missing.length} 个文件只有名称、没有内容，请导入缺的卷或重新添加：
          {missing.slice(0, 20).join('；')}
          {missing.length > 20 ? '……' : ''}
        </p>
      )}
    </>
  )
}

/** The last merge, and taking it back as one step. */
export function UndoMerge({ merged, undo }: { merged: Merged; undo: () => Promise<void> }) {
  const [isFailed, setFailed] = useState(false)
  return (
    <div class="strip undo-merge">
      <p>
        {formatMinute(merged.at)} 合并了“{nameSome(merged.names, 3, '个文件')}
        ”。撤销以后回到合并以前，合并以后您自己改的都留着。
        {isFailed && <strong role="alert"> 没有撤销成功，什么都没有改动，请再试一次。</strong>}
      </p>
      <button
        type="button"
        class="button"
        onClick={() =>
          void undo().then(
            () => setFailed(false),
            () => setFailed(true),
          )
        }
      >
        撤销这次合并
      </button>
    </div>
  )
}
