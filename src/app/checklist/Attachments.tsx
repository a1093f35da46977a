import { useRef, useState } from 'preact/hooks'
import type { AttachedFile, RemovedFile } from '../../core/checklist/checklist'
import { keepPlaces } from '../../core/checklist/places'
import type { Item } from '../../core/edition/catalogue'
import { formatSize } from '../../core/text/format'
import { changeChecklist } from '../../stores/checklist'
import { removeFrom } from '../../stores/moving'
import { isPicture } from '../../stores/stored-files'
import { FileRow } from './FileRow'
import { MoveButton } from './MoveButton'

interface Props {
  item: Item
  files: AttachedFile[]
  /** Files removed from this item. */
  removed: RemovedFile[]
  /** Ids of the other items that use the same bytes, by SHA-256; only files that have any. */
  shared: Record<string, string[]>
}

/** Files of an item drawn at once; a button shows more. A folder of a thousand photos must not stop the page. */
const shownAtOnce = { papers: 20, photos: 8 }
const opened = new Date().toISOString()

/** The files of one item, photos as a row of thumbnails behind the others; where one was removed since the page was opened, its 撤销. */
export function Attachments({ item, files, removed, shared }: Props) {
  const [more, setMore] = useState(0)
  // Null: nobody is choosing several.
  const [chosen, setChosen] = useState<readonly string[] | null>(null)
  // What was removed together comes back together (`StepTaken`).
  const times = new Map<string, number>()
  for (const { removed: at } of removed) times.set(at, (times.get(at) ?? 0) + 1)
  const undoable = removed.filter(({ removed: at }) => at >= opened && times.get(at) === 1)
  const shownGone = new Set(undoable.map(({ file }) => file))
  const places = useRef<readonly AttachedFile[]>([])
  const gone = removed.map(({ file }) => file)
  places.current = keepPlaces(places.current, files, gone)
  const here = new Set(files)
  const rows = places.current.filter(file => here.has(file) || shownGone.has(file))
  const photos = rows.filter(isPicture)
  const attached = files.filter(isPicture)
  const papers = rows.filter(file => !isPicture(file))
  const shownPapers = papers.slice(0, shownAtOnce.papers + more)
  const shownPhotos = photos.slice(0, shownAtOnce.photos + more)
  const hidden = rows.length - shownPapers.length - shownPhotos.length
  const row = (file: AttachedFile) =>
    !here.has(file) ? (
      <li key={file.sha256} class="undo">
        已移除“{file.name}”
        <button
          type="button"
          class="link"
          onClick={() => changeChecklist({ kind: 'restore-file', item: item.id, sha256: file.sha256 })}
        >
          撤销
        </button>
      </li>
    ) : (
      <FileRow
        key={file.sha256}
        item={item}
        file={file}
        others={shared[file.sha256] ?? []}
        isTile={isPicture(file)}
        hasOthers={files.length > 1}
        chosen={chosen}
        onChoose={setChosen}
      />
    )
  return (
    <>
      {papers.length > 0 && <ul class="files">{shownPapers.map(row)}</ul>}
      {photos.length > 0 && (
        <div class={photos.length < 4 ? 'photos is-few' : 'photos'}>
          <p>
            <strong>照片 {attached.length} 张</strong>{' '}
            <small>{formatSize(attached.reduce((sum, { size }) => sum + size, 0))}</small>
          </p>
          <ul>{shownPhotos.map(row)}</ul>
        </div>
      )}
      {hidden > 0 && (
        <button type="button" class="button quiet" onClick={() => setMore(more + 200)}>
          再显示 {Math.min(200, hidden)} 个（共 {files.length} 个文件）
        </button>
      )}
      {chosen && files.length > 0 && (
        <div class="file-actions choosing">
          <strong>已选 {chosen.length} 个</strong>
          <button type="button" class="button" onClick={() => setChosen(files.map(({ sha256 }) => sha256))}>
            全选
          </button>
          <MoveButton from={item.id} hashes={chosen} onDone={() => setChosen(null)} />
          <button
            type="button"
            class="button"
            disabled={chosen.length === 0}
            onClick={() => {
              removeFrom(item.id, chosen)
              setChosen(null)
            }}
          >
            移除所选
          </button>
          <button
            type="button"
            class="button"
            onClick={() => {
              removeFrom(
                item.id,
                files.map(({ sha256 }) => sha256),
              )
              setChosen(null)
            }}
          >
            全部移除
          </button>
          <button type="button" class="button quiet" onClick={() => setChosen(null)}>
            不选了
          </button>
        </div>
      )}
    </>
  )
}
