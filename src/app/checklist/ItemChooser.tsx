import { useEffect, useRef, useState } from 'preact/hooks'
import { answerOf, type Checklist } from '../../core/checklist/checklist'
import { type FoundItem, findItems, isMeant, wordsOf } from '../../core/checklist/find-items'
import { filesAt } from '../../core/checklist/places'
import type { Section } from '../../core/checklist/progress'
import { nameSection } from '../../core/checklist/section-name'
import { Dialog } from '../ui/Dialog'

interface ItemChooserProps {
  /** Where the files are that are to be moved, and their SHA-256. */
  from: string
  hashes: readonly string[]
  sections: readonly Section[]
  checklist: Checklist
  /** Ids of the items that come first, the likeliest or latest first. */
  recent: readonly string[]
  onChoose: (item: string) => void
  onClose: () => void
}

/** Chooses an item by number and words; what was used last comes first. A part of the page: what it shows comes in. */
export function ItemChooser(props: ItemChooserProps) {
  const { from, hashes, sections, checklist, recent, onChoose, onClose } = props
  const [query, setQuery] = useState('')
  const box = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // On a phone the keyboard would cover the list.
    if (!matchMedia('(pointer: coarse)').matches) box.current?.focus()
  }, [])
  const found = findItems(sections, query)
  const placeOf = ({ item }: FoundItem) => recent.indexOf(item.id)
  // What was used last goes before the others, also among matches; of those only what is meant by itself.
  const isFirst = (one: FoundItem) => placeOf(one) >= 0 && isMeant(one.item, query)
  const first = found.filter(isFirst).sort((a, b) => placeOf(a) - placeOf(b))
  const rest = found.filter(one => !isFirst(one))
  const [top] = [...first, ...rest]
  const only = hashes.length === 1 && filesAt(checklist, from).find(({ sha256 }) => sha256 === hashes[0])
  const go = (event: KeyboardEvent, step: number) => {
    event.preventDefault()
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])]
    const next = buttons[buttons.indexOf(document.activeElement as HTMLButtonElement) + step]
    ;(next ?? box.current)?.focus()
  }
  const row = (one: FoundItem) => (
    <li key={one.item.id}>
      <button
        type="button"
        class={one === top && query !== '' ? 'is-first' : undefined}
        onClick={() => onChoose(one.item.id)}
      >
        <strong>{one.item.id}</strong>
        <span>
          <Marked text={one.item.text} words={wordsOf(query)} />
          <small>{nameSection(one.section)}</small>
        </span>
        <small>{sayFiles(answerOf(checklist, one.item.id).files.length)}</small>
      </button>
    </li>
  )
  return (
    <Dialog
      title={`把${only ? `“${only.name}”` : `这 ${hashes.length} 个文件`}移到哪一项？`}
      onClose={onClose}
    >
      <div
        class="chooser"
        role="search"
        ref={list}
        onKeyDown={event => {
          if (event.key === 'ArrowDown') go(event, 1)
          if (event.key === 'ArrowUp') go(event, -1)
        }}
      >
        <form
          onSubmit={event => {
            event.preventDefault()
            if (top) onChoose(top.item.id)
          }}
        >
          <input
            ref={box}
            type="search"
            class="find"
            aria-label="找一项"
            placeholder="输入编号或几个字，如 9-3、计量；按回车选第一个"
            value={query}
            onInput={event => setQuery(event.currentTarget.value)}
          />
        </form>
        {first.length > 0 && <h3>刚才用过、最可能的</h3>}
        {first.length > 0 && <ul>{first.map(row)}</ul>}
        {rest.length > 0 && <h3>{query === '' ? '按顺序' : `找到 ${rest.length} 项`}</h3>}
        {rest.length > 0 && <ul>{rest.map(row)}</ul>}
        {found.length === 0 && <p>没有找到“{query}”。可以换几个字，或者只输编号。</p>}
      </div>
    </Dialog>
  )
}

function sayFiles(count: number): string {
  return count > 0 ? `已有 ${count} 个` : '还没有'
}

/** The text with the words marked that were found in it. */
function Marked({ text, words }: { text: string; words: readonly string[] }) {
  const [word] = words.filter(word => text.includes(word))
  if (!word) return <>{text}</>
  const at = text.indexOf(word)
  return (
    <>
      {text.slice(0, at)}
      <mark>{word}</mark>
      {text.slice(at + word.length)}
    </>
  )
}
