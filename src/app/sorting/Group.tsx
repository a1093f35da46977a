import { useMemo } from 'preact/hooks'
import { type FileGroup, inBlocks } from '../../core/sorting/groups'
import { sayReason } from '../../wording/sorting'
import { pressedOnce } from '../ui/pressed-once'
import { Chunk } from './Chunk'
import type { GroupProps } from './pieces'

const certainty = { sure: '✓ 有把握', look: '? 请看一眼', unknown: '? 请您来归' }

/** One group of the desk: where its files would go and why, one press to file them, and the files. */
export function Group(props: GroupProps) {
  const { group, drawn, isGone, item, suggestions, chosen, shown, isLong } = props
  const { files } = group
  const chosenHere = chosen.size > 0 ? files.filter(({ sha256 }) => chosen.has(sha256)) : []
  const isShownHere = files.some(({ sha256 }) => sha256 === shown)
  // Drawn anew only where something of it changed: there may be a hundred groups of a hundred files.
  return useMemo(
    () => <Body {...props} />,
    [
      group,
      drawn,
      isGone,
      item,
      suggestions,
      isLong,
      isShownHere && shown,
      chosenHere.map(({ sha256 }) => sha256).join(),
    ],
  )
}

function Body(props: GroupProps) {
  const { group, drawn, item, suggestions, chosen, pieces, onChoose, onFile } = props
  const { files, reasons } = group
  const hashes = files.map(({ sha256 }) => sha256)
  const count = hashes.filter(sha256 => chosen.has(sha256)).length
  const blocks = inBlocks(drawn, props.numbers)
  const likely = [...new Set(files.flatMap(file => suggestions.get(file.sha256)?.others ?? []))].slice(0, 5)
  const title = item ? props.itemName : titleOf(group)
  const why = reasons.slice(0, 2).map(sayReason).join('；')
  const size =
    group.day === null ? (files.length === 1 ? ' is-single' : '') : files.length < 4 ? ' is-narrow' : ''
  return (
    <section
      class={`card group is-${group.certainty}${size}`}
      hidden={props.isGone}
      aria-label={item ? `${item.id} ${title}` : title}
    >
      <header>
        <label class="pick">
          <input
            type="checkbox"
            aria-label={`选中这一组 ${files.length} 个`}
            checked={count === files.length}
            ref={box => {
              if (box) box.indeterminate = count > 0 && count < files.length
            }}
            onChange={event => onChoose(hashes, event.currentTarget.checked)}
          />
        </label>
        <div class="to">
          <h3>
            {item && <strong>{item.id}</strong>} {title}
          </h3>
          <p title={why}>
            <span class={`tag is-${group.certainty}`}>{certainty[group.certainty]}</span> {why}
            {group.item === null && sayUnknown(group)}
          </p>
        </div>
        <div class="actions">
          {group.item !== null && (
            <button type="button" class="button primary" onClick={pressedOnce(() => onFile(group))}>
              归入 {group.item}（{files.length} 个）
            </button>
          )}
          <pieces.Move
            hashes={hashes}
            label={group.item === null ? '归到…' : '换一项…'}
            class={group.item === null ? 'button' : 'button quiet'}
            likely={likely}
          />
        </div>
      </header>
      {blocks.map(([block, some]) => (
        <Chunk key={block} {...props} files={some} />
      ))}
    </section>
  )
}

function titleOf({ day, files }: FileGroup): string {
  if (day === null) return `认不出的 ${files.length} 个`
  if (day === '') return `不知道哪天拍的照片 ${files.length} 张`
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日拍的 ${files.length} 张`
}

function sayUnknown({ day }: FileGroup): string {
  if (day === null) return '点一下文件名，看看里面是什么'
  return day === '' ? '点一下照片，看看拍的是什么' : '同一天拍的，多半是同一件事'
}
