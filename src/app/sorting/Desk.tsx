import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { AttachedFile, Checklist } from '../../core/checklist/checklist'
import type { Section } from '../../core/checklist/progress'
import { titleSection } from '../../core/checklist/section-name'
import type { Item } from '../../core/edition/catalogue'
import {
  type Certainty,
  type FileGroup,
  groupFiles,
  likelyItems,
  type NumberedGroups,
  numberFiles,
} from '../../core/sorting/groups'
import type { Clues, Suggestion } from '../../core/sorting/suggestion'
import { pressedOnce } from '../ui/pressed-once'
import { Chosen } from './Chosen'
import { Group } from './Group'
import { Look } from './Look'
import type { DeskPieces } from './pieces'
import { useDrawn } from './useDrawn'

export interface DeskProps {
  checklist: Checklist
  sections: readonly Section[]
  suggestions: ReadonlyMap<string, Suggestion>
  clues: ReadonlyMap<string, Clues>
  /** Ids of the items that files were moved to last, the latest first. */
  recent: readonly string[]
  pieces: DeskPieces
}

/** More than these are laid out only on the screen. */
const manyFiles = 200

const certainties: [Certainty | 'all', string][] = [
  ['all', '全部'],
  ['sure', '有把握'],
  ['look', '请看一眼'],
  ['unknown', '认不出'],
]

/**
 * The desk: 待归类 in groups by suggestion, each with its reason and one press to file it; several files chosen at once; what a
 * file is, on the right. A part of the page: it holds no store, all that it shows and does comes in.
 */
export function Desk({ checklist, sections, suggestions, clues, recent, pieces }: DeskProps) {
  const [certainty, setCertainty] = useState<Certainty | 'all'>('all')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  // By SHA-256: what was read anew from storage is the same file.
  const [shownHash, setShown] = useState<string | null>(null)
  const last = useRef<string | null>(null)
  const { unsorted } = checklist
  const numbered = useRef<NumberedGroups>({ groups: [], numbers: new Map() })
  numbered.current = useMemo(
    () => numberFiles(groupFiles(unsorted, suggestions, clues, pieces.isPicture), numbered.current),
    [unsorted, suggestions, clues],
  )
  const { groups, numbers } = numbered.current
  const items = useMemo(
    () =>
      new Map(
        sections.flatMap(section =>
          section.items.map(item => [item.id, { item, name: nameItem(item, section) }] as const),
        ),
      ),
    [sections],
  )
  const [visible, flat] = useMemo(() => {
    const some = groups.filter(group => certainty === 'all' || group.certainty === certainty)
    return [some, some.flatMap(({ files }) => files)] as const
  }, [groups, certainty])
  const drawn = useDrawn({ groups: visible, numbers })
  const here = chosen.size > 0 ? flat.filter(({ sha256 }) => chosen.has(sha256)) : []
  // The bar of what is chosen comes up where the first of it was pressed.
  const hasChosen = here.length > 0
  useEffect(() => {
    if (hasChosen) document.activeElement?.closest('.desk-file')?.scrollIntoView({ block: 'nearest' })
  }, [hasChosen])
  const count = (which: Certainty | 'all') =>
    groups.reduce(
      (sum, group) => sum + (which === 'all' || group.certainty === which ? group.files.length : 0),
      0,
    )
  const sure = groups.filter(group => group.certainty === 'sure')
  // What is chosen is left where it is: it is not right, or wants another thought.
  const looked = (certainty === 'look' ? visible : []).map(group => ({
    ...group,
    files: group.files.filter(({ sha256 }) => !chosen.has(sha256)),
  }))
  const agreed = looked.reduce((sum, { files }) => sum + files.length, 0)
  const file = (some: readonly FileGroup[]) =>
    pieces.move(
      some.flatMap(({ item, files }) => files.map(({ sha256 }) => ({ sha256, to: item as string }))),
    )

  /** Takes files to what is chosen, or off it; with Shift all from the one before to this one. */
  function choose(hashes: readonly string[], isOn: boolean, isRange = false): void {
    const next = new Set(chosen)
    const order = flat.map(({ sha256 }) => sha256)
    const [from, to] = [order.indexOf(last.current ?? ''), order.indexOf(hashes[0] ?? '')]
    const range = isRange && from >= 0 ? order.slice(Math.min(from, to), Math.max(from, to) + 1) : hashes
    for (const sha256 of range) {
      if (isOn) next.add(sha256)
      else next.delete(sha256)
    }
    last.current = hashes[0] ?? null
    setChosen(next)
  }

  const drag = (data: DataTransfer, sha256: string) =>
    pieces.drag(data, chosen.has(sha256) ? [...chosen] : [sha256])
  // A file is drawn anew only where it changed, so what it was drawn with must lead to what is chosen now.
  const latest = useRef({ choose, drag, file })
  latest.current = { choose, drag, file }
  const stable = useMemo(
    () => ({
      onChoose: (...given: Parameters<typeof choose>) => latest.current.choose(...given),
      onDrag: (...given: Parameters<typeof drag>) => latest.current.drag(...given),
      onShow: (file: AttachedFile) => setShown(file.sha256),
      onFile: (group: FileGroup) => latest.current.file([group]),
    }),
    [],
  )

  // What was shown has got its place: the one that stood behind it is next.
  const at = useRef(0)
  const index = shownHash ? flat.findIndex(({ sha256 }) => sha256 === shownHash) : -1
  const shown = flat[index] ?? null
  if (index >= 0) at.current = index
  useEffect(() => {
    if (shownHash && index < 0) setShown(flat[Math.min(at.current, flat.length - 1)]?.sha256 ?? null)
  }, [shownHash, index])

  function step(by: number): void {
    const next = flat[index + by]
    if (!next) return
    setShown(next.sha256)
    document.querySelector<HTMLElement>(`[data-hash="${next.sha256}"] .file-name`)?.focus()
  }

  function onKey(event: KeyboardEvent): void {
    const isTyping = event.target instanceof HTMLInputElement && event.target.type === 'search'
    if (isTyping || event.altKey) return
    if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      setChosen(new Set(flat.map(({ sha256 }) => sha256)))
    } else if (['ArrowDown', 'ArrowRight'].includes(event.key) && shown) {
      event.preventDefault()
      step(1)
    } else if (['ArrowUp', 'ArrowLeft'].includes(event.key) && shown) {
      event.preventDefault()
      step(-1)
    } else if (event.key === 'Escape') {
      setChosen(new Set())
      setShown(null)
    }
  }

  return (
    <div role="group" aria-label="待归类的文件" class="desk-frame" onKeyDown={onKey}>
      <div class="desk-head">
        <fieldset class="segmented">
          <legend class="hidden">显示哪些文件</legend>
          {certainties.map(([id, name]) => (
            <label key={id}>
              <input
                type="radio"
                name="certainty"
                checked={certainty === id}
                onChange={() => setCertainty(id)}
              />
              <span>
                {name} {count(id)}
              </span>
            </label>
          ))}
        </fieldset>
        {certainty !== 'look' && sure.length > 0 && (
          <button type="button" class="button primary" onClick={pressedOnce(() => file(sure))}>
            有把握的 {count('sure')} 个一次归好
          </button>
        )}
      </div>
      <div class="desk">
        <div class="stack">
          {drawn.map(({ group, rows, isGone }) => (
            <Group
              key={group.id}
              group={group}
              drawn={rows}
              isGone={isGone}
              numbers={numbers.get(group.id)}
              isLong={flat.length > manyFiles}
              item={items.get(group.item ?? '')?.item ?? null}
              itemName={items.get(group.item ?? '')?.name ?? ''}
              suggestions={suggestions}
              chosen={chosen}
              shown={shownHash}
              pieces={pieces}
              {...stable}
            />
          ))}
          {visible.length === 0 && <p class="card">这里没有文件。</p>}
          {agreed > 0 && (
            <p class="looked">
              都看过了？不对的换一项；要再想想的打上勾，先留在这里。
              <button type="button" class="button primary" onClick={pressedOnce(() => file(looked))}>
                {here.length > 0 ? '没打勾的' : '这'} {agreed} 个都按建议归好
              </button>
            </p>
          )}
        </div>
        <Look
          file={shown}
          likely={shown ? likelyItems([shown], suggestions, recent).flatMap(id => items.get(id) ?? []) : []}
          pieces={pieces}
          onStep={step}
          onClose={() => setShown(null)}
        />
      </div>
      {hasChosen && (
        <Chosen
          files={here}
          likely={likelyItems(here, suggestions, recent)}
          pieces={pieces}
          onCancel={() => setChosen(new Set())}
        />
      )}
    </div>
  )
}

/** 其他印证材料 is in every row: there the row says what it is about. */
function nameItem({ text, counted }: Item, section: Section): string {
  return counted ? text : `${titleSection(section)}：${text}`
}
