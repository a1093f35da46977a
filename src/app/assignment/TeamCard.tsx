import { useState } from 'preact/hooks'
import type { TeamState } from '../../core/assignment/overview'
import { formatMinute } from '../../core/text/format'
import { sayLacking } from '../../wording/assignment'
import { nameSome } from '../../wording/names'

interface Props {
  state: TeamState
  pass: {
    /** Empty where there is none. */
    link: string
    isTooLong: boolean
    download: () => void
    copy: () => Promise<boolean>
  }
}

/** One team: how far it is, what came back of it and when, what was changed since, and two ways to pass its work on. */
export function TeamCard({ state, pass }: Props) {
  const { team, isAssigned, done, total, files, handBacks, changed } = state
  const [copied, setCopied] = useState<'yes' | 'by-hand' | null>(null)
  const [last] = handBacks
  return (
    <li class="card team">
      <h3>{team.name}</h3>
      <p class="part">
        <strong>{done}</strong> / {total} 项
      </p>
      <progress value={done} max={Math.max(1, total)} aria-label={`${team.name}的进度`} />
      {last ? (
        <p>
          <span class="is-done">✓ 已合并</span> {formatMinute(last.at)}
          <small>
            交回时 {last.done}/{last.total} 项，{last.files} 个文件
            {handBacks.length > 1 && `；共有 ${handBacks.length} 份（几台电脑上各填了一份）`}
          </small>
        </p>
      ) : (
        <p>
          <span class="care">! 还没有交回</span>
          {team.given && <small>{formatMinute(team.given)} 发的分工</small>}
        </p>
      )}
      {isAssigned && team.items.length > 0 && (
        <p class={last && done < total ? 'care' : undefined}>
          {sayLacking(state)} <small>{files} 个文件</small>
        </p>
      )}
      {!isAssigned && <p>已不在分工里，交回的材料留着。</p>}
      {changed.length > 0 && (
        <p>
          <small>合并以后又改过：{nameSome(changed, 6, '处')}</small>
        </p>
      )}
      {isAssigned && (
        <div class="actions">
          <button
            type="button"
            class="button"
            disabled={team.items.length === 0}
            aria-label={`生成分工文件：${team.name}`}
            onClick={pass.download}
          >
            生成分工文件
          </button>
          {pass.link !== '' && (
            <button
              type="button"
              class="button"
              disabled={team.items.length === 0}
              aria-label={`复制链接：${team.name}`}
              onClick={() => void pass.copy().then(isDone => setCopied(isDone ? 'yes' : 'by-hand'))}
            >
              复制链接
            </button>
          )}
        </div>
      )}
      {isAssigned && team.items.length === 0 && <p class="hint">还没有分给它材料，请在下面的表里勾。</p>}
      {isAssigned && pass.isTooLong && <p>分得太细，链接会太长，请用分工文件。</p>}
      {copied && (
        <label class="link-text">
          <span>
            {copied === 'yes'
              ? '✓ 链接已复制，用 QQ、微信发给同事即可（里面只有分工，没有材料）：'
              : '请长按或全选下面的链接，自己复制：'}
          </span>
          <textarea readOnly rows={2} value={pass.link} onFocus={event => event.currentTarget.select()} />
        </label>
      )}
    </li>
  )
}
