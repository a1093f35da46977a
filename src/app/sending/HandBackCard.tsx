import { countFiles } from '../../core/backup/made'
import { nameContact } from '../../core/checklist/checklist'
import type { CardProps } from './pieces'

/** 交回: of a team's part there is nothing to mail to an office and no paper; it goes to the unit's own 联络员. */
export function HandBackCard({ state }: Pick<CardProps, 'state'>) {
  const { checklist, made } = state
  const { unit, part } = checklist
  const who = nameContact(unit)
  const count = made ? countFiles(made).length : 0
  return (
    <section class="card" id="send" aria-labelledby="send-heading">
      <header class="card-head">
        <h2 id="send-heading">交回给联络员</h2>
      </header>
      <ol class="hand-back">
        <li>
          {made
            ? `✓ 已打成 ${count} 个压缩包，文件名以“${unit.name}-${part?.team}”开头。`
            : '先在上面打包、下载：文件名是“单位-股室”。'}
        </li>
        <li>
          用 QQ、微信或 U 盘交给本单位联络员{who && `（${who}）`}
          {count > 1 && `，${count} 个都要交`}。不要自己报送：这只是{part?.team}
          的一部分，由联络员合并后统一报送。
        </li>
        <li>以后又改了、又添了，再打一次包交回就行，合并不会重复；联络员那边没动过的，以您新交的为准。</li>
      </ol>
    </section>
  )
}
