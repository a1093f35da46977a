import { useEffect, useRef, useState } from 'preact/hooks'
import { answerOf } from '../../core/checklist/checklist'
import { changesSince, seeItem } from '../../core/review/seen'
import type { Stop } from '../../core/review/walk'
import { formatSize } from '../../core/text/format'
import { FileActions } from './FileActions'
import type { ReviewActions, ReviewPieces } from './pieces'
import { type Sheet, SheetView } from './SheetView'

interface Props {
  /** The items of one unit in one section. */
  stops: readonly Stop[]
  /** The id of the one that is being judged. */
  item: string
  /** A file that is to be shown now. */
  wanted: { file: string; times: number }
  onItem: (item: string) => void
  actions: ReviewActions
  pieces: ReviewPieces
}

/**
 * All files of a unit in one row of the table, one below the other, each as high as there is room. Only what is near is read; the
 * item that is being judged follows.
 *
 * Decision: A unit's files of one row lie in one scroll. Looking through a row takes no press for each file: 24 units with 123
 * files were reviewed with 33 clicks.
 */
export function Sheets({ stops, item, wanted, onItem, actions, pieces }: Props) {
  const scroller = useRef<HTMLDivElement>(null)
  const sheets = stops.flatMap(sheetsOf)
  const [index, setIndex] = useState(() => firstOf(sheets, item))
  const sheet = sheets[index] ?? sheets[0]
  const handIn = stops[0]?.judged.row.handIn
  /** What is on screen now, also before it is drawn anew, and the height it was put there at. */
  const at = useRef({ index, height: 0 })
  const show = (to: number) => {
    setIndex(to)
    at.current.index = to
    const box = scroller.current
    box?.scrollTo({ top: to * box.clientHeight })
    const next = sheets[to]
    if (next && next.item.id !== item) onItem(next.item.id)
  }
  // Another item was chosen than the one on screen.
  useEffect(() => {
    if (sheet && sheet.item.id !== item) show(firstOf(sheets, item))
  }, [item])
  useEffect(() => {
    const found = sheets.findIndex(({ file }) => file !== null && file.sha256 === wanted.file)
    const inItem = sheets.findIndex(one => one.item.id === item && one.file?.sha256 === wanted.file)
    if (found >= 0) show(inItem >= 0 ? inItem : found)
  }, [wanted])
  // The first sheet need not be the item's; another height moves all of them.
  useEffect(() => {
    const box = scroller.current
    if (!box) return
    const keep = () => {
      at.current.height = box.clientHeight
      box.scrollTo({ top: at.current.index * box.clientHeight })
    }
    keep()
    const observer = new ResizeObserver(keep)
    observer.observe(box)
    return () => observer.disconnect()
  }, [])
  const follow = () => {
    const box = scroller.current
    // Of another height than the sheets were put at, a place says nothing: they are about to be put right.
    if (!box || box.clientHeight === 0 || box.clientHeight !== at.current.height) return
    const now = Math.round(box.scrollTop / box.clientHeight)
    const next = sheets[now]
    if (!next || now === at.current.index) return
    at.current.index = now
    setIndex(now)
    if (next.item.id !== item) onItem(next.item.id)
  }
  if (!sheet || !handIn) return null
  const own = sheets.filter(one => one.item.id === sheet.item.id && one.file)
  return (
    <section class="sheets" aria-label="材料">
      <header class="sheets-head">
        <div class="sheet-name">
          <p title={sheet.file?.name}>{sheet.file ? shorten(sheet.file.name) : '没有附件'}</p>
          <p class="more">
            {sheet.item.id}
            {sheet.file && `　第 ${own.indexOf(sheet) + 1}/${own.length} 个 · ${formatSize(sheet.file.size)}`}
          </p>
        </div>
        {sheet.file && <FileActions file={sheet.file} handIn={handIn} actions={actions} />}
        <button
          type="button"
          class="button"
          data-key="left"
          disabled={index === 0}
          title="键盘：←"
          onClick={() => show(index - 1)}
        >
          ‹<span class="review-word"> 上一个</span>
        </button>
        <button
          type="button"
          class="button"
          data-key="right"
          disabled={index >= sheets.length - 1}
          title="键盘：→"
          onClick={() => show(index + 1)}
        >
          <span class="review-word">下一个 </span>›
        </button>
      </header>
      <div
        class="sheets-scroller"
        ref={scroller}
        onScroll={follow}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard.
        tabIndex={0}
        role="group"
        aria-label="逐个文件"
      >
        {sheets.map((one, i) => (
          <SheetView
            key={`${one.item.id} ${one.file?.sha256 ?? ''}`}
            sheet={one}
            handIn={handIn}
            isNear={Math.abs(i - index) <= 1}
            loadFile={actions.loadFile}
            Preview={pieces.Preview}
          />
        ))}
      </div>
      {own.length > 1 && (
        <ul class="sheet-files" aria-label="这一项的文件">
          {own.map(one => (
            <li key={one.file?.sha256}>
              <button
                type="button"
                aria-current={one === sheet ? 'true' : undefined}
                title={one.file?.name}
                onClick={() => show(sheets.indexOf(one))}
              >
                <span class="type">{typeOf(one.file?.name ?? '')}</span>
                <span class="short-name">{one.file?.name}</span>
                {one.isNew && <span class="new">新</span>}
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function sheetsOf({ judged: { row, review }, item }: Stop): Sheet[] {
  const { files } = answerOf(row.handIn.checklist, item.id)
  const [word] = review.words[item.id] ?? []
  const changes = word ? changesSince(item.id, word, seeItem(row.handIn, item.id)) : []
  const fresh = new Set(
    changes.flatMap(change => {
      const isNew =
        change.code === 'added-file' || change.code === 'changed-file' || change.code === 'came-file'
      return isNew ? [change.file.sha256] : []
    }),
  )
  if (files.length === 0) return [{ item, file: null, isNew: false }]
  return files.map(file => ({ item, file, isNew: fresh.has(file.sha256) }))
}

/** What an item begins with: what came last, where the office has seen the others. */
function firstOf(sheets: readonly Sheet[], item: string): number {
  const fresh = sheets.findIndex(one => one.item.id === item && one.isNew)
  return Math.max(0, fresh >= 0 ? fresh : sheets.findIndex(one => one.item.id === item))
}

/** A long name in two lines, cut in the middle so that its ending is seen. */
function shorten(name: string): string {
  return name.length > 46 ? `${name.slice(0, 30)}…${name.slice(-14)}` : name
}

/** DOCX, PDF; empty where the name has no ending. */
function typeOf(name: string): string {
  return /\.([^.]{1,5})$/.exec(name)?.[1]?.toUpperCase() ?? ''
}
