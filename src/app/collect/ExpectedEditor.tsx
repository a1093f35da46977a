import { useMemo, useState } from 'preact/hooks'
import { unitsNamed } from '../../core/collect/expected'
import { findUnitNames, parseRows } from '../../core/collect/unit-table'
import type { $expected } from '../../stores/collect/expected'

interface Props {
  expected: ReturnType<typeof $expected.get>
  /** The names in a picked table; null where there are none. */
  readTable: (file: File) => Promise<string[] | null>
  /** False where the text holds no name. */
  keep: (text: string) => Promise<boolean>
  forget: () => Promise<void>
  onClose: () => void
}

/**
 * The list of expected units as a text that is typed, pasted or read from a table; it says how many names it sees in it. It reads no
 * store: it is a part.
 */
export function ExpectedEditor({ expected: { units, source }, readTable, keep, forget, onClose }: Props) {
  const [text, setText] = useState(() => units.map(({ name }) => name).join('\n'))
  const found = useMemo(() => unitsNamed(findUnitNames(parseRows(text))), [text])
  const read = async (input: HTMLInputElement) => {
    const [file] = input.files ?? []
    const names = file && (await readTable(file))
    if (names) setText(names.join('\n'))
    input.value = ''
  }
  return (
    <form
      class="expected-editor"
      onSubmit={async event => {
        event.preventDefault()
        if (await keep(text)) onClose()
      }}
    >
      <label>
        应报单位，一行一个；从 Word、Excel 里复制过来的名单、表格可以直接粘贴
        <textarea rows={8} value={text} onInput={event => setText(event.currentTarget.value)} />
      </label>
      <p role="status">
        认出 {found.length} 个单位{found.length > 0 && `：${shorten(found.map(({ name }) => name))}`}
      </p>
      <p class="export-buttons">
        <button type="submit" class="button primary">
          保存名单
        </button>
        <label class="button add">
          从表格读取
          <input
            type="file"
            accept=".xlsx,.csv,.xls,.txt"
            aria-label="从表格读取名单"
            onChange={event => void read(event.currentTarget)}
          />
        </label>
        {source === 'own' && (
          <button
            type="button"
            class="button"
            onClick={async () => {
              await forget()
              onClose()
            }}
          >
            删除名单
          </button>
        )}
        <button type="button" class="button" onClick={onClose}>
          取消
        </button>
      </p>
      <p class="more">名单只存在这台电脑的浏览器里，不上传。</p>
    </form>
  )
}

function shorten(names: readonly string[]): string {
  const shown = names.slice(0, 6).join('、')
  return names.length > 6 ? `${shown}……` : shown
}
