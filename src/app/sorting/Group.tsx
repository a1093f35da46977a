import type { AttachedFile } from '../../core/checklist/checklist'
import type { Item } from '../../core/edition/catalogue'
import type { FileGroup } from '../../core/sorting/groups'
import type { Suggestion } from '../../core/sorting/suggestion'
import { sayReason } from '../../wording/sorting'
import { DeskFile } from './DeskFile'
import type { DeskPieces } from './pieces'
import { useGrowing } from './useGrowing'

interface Props {
  group: FileGroup
  /** The item suggested. */
  item: Item | null
  suggestions: ReadonlyMap<string, Suggestion>
  chosen: ReadonlySet<string>
  /** SHA-256 of the file that is shown. */
  shown: string | null
  pieces: DeskPieces
  onChoose: (hashes: readonly string[], isOn: boolean, isRange?: boolean) => void
  onShow: (file: AttachedFile) => void
  onFile: () => void
}

const certainty = { sure: '✓ 有把握', look: '? 请看一眼', unknown: '? 请您来归' }

/** One group of the desk: where its files would go and why, one press to file them, and the files. */
export function Group({ group, item, suggestions, chosen, shown, pieces, onChoose, onShow, onFile }: Props) {
  const { files, reasons } = group
  const hashes = files.map(({ sha256 }) => sha256)
  const count = hashes.filter(sha256 => chosen.has(sha256)).length
  const drawn = useGrowing(files)
  const likely = [...new Set(files.flatMap(file => suggestions.get(file.sha256)?.others ?? []))].slice(0, 5)
  const title = titleOf(group)
  return (
    <section class={`card group is-${group.certainty}`} aria-label={item ? `${item.id} ${title}` : title}>
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
            {item && <strong>{item.id}</strong>} {item ? item.text : title}
          </h3>
          <p>
            <span class={`tag is-${group.certainty}`}>{certainty[group.certainty]}</span>{' '}
            {reasons.slice(0, 2).map(sayReason).join('；')}
            {group.item === null && sayUnknown(group)}
          </p>
        </div>
        <div class="actions">
          {group.item !== null && (
            <button type="button" class="button primary" onClick={onFile}>
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
      <ul class={group.day === null ? 'files' : 'tiles'}>
        {drawn.map(file => (
          <DeskFile
            key={file.sha256}
            file={file}
            suggested={group.item ?? ''}
            isTile={group.day !== null}
            isChosen={chosen.has(file.sha256)}
            isShown={shown === file.sha256}
            dragged={chosen.has(file.sha256) ? chosen : null}
            pieces={pieces}
            onChoose={onChoose}
            onShow={onShow}
          />
        ))}
      </ul>
    </section>
  )
}

function titleOf({ day, files }: FileGroup): string {
  if (day === null) return `认不出的 ${files.length} 个`
  if (day === '') return `不知道哪天拍的照片 ${files.length} 张`
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日拍的 ${files.length} 张`
}

function sayUnknown({ day }: FileGroup): string {
  return day === null ? '点一下文件名，看看里面是什么' : '同一天拍的，多半是同一件事'
}
