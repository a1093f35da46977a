import { Fragment } from 'preact'
import type { ActiveKind } from '../../core/files/active-kind'
import type { ActiveFile, FileRefusal, RefusedFile } from '../../stores/adding'
import { activeHintWording, fileRefusalWording } from '../../wording/checklist'

// A folder that was dropped twice refuses thousands, all for one reason: it is said once.
const mostListed = 100
const mostLines = 3

interface Props {
  refused: readonly RefusedFile[]
  active: readonly ActiveFile[]
  litter: readonly string[]
  dismissRefused: () => void
  dismissActive: () => void
  removeActive: (file: ActiveFile) => void
}

interface Alike {
  item: string
  reason: FileRefusal
  names: string[]
}

/** The refused files of one place and one reason together, in the order in which the first of each came. */
function alike(refused: readonly RefusedFile[]): Alike[] {
  const groups = new Map<string, Alike>()
  for (const { item, name, reason } of refused) {
    const key = `${item} ${reason}`
    const group = groups.get(key) ?? { item, reason, names: [] }
    group.names.push(name)
    groups.set(key, group)
  }
  return [...groups.values()]
}

/** Stands with an attached file that runs when it is opened. */
export function ActiveHint({ kind }: { kind: ActiveKind }) {
  return <p class="also">这{activeHintWording[kind]}</p>
}

/** Each file that was not added with the reason, each that runs when it is opened. A part of the page. */
export function AddingNotes({ refused, active, litter, dismissRefused, dismissActive, removeActive }: Props) {
  return (
    <>
      {refused.length + litter.length > 0 && (
        <>
          <div class="adding-head">
            <p>
              {refused.length > 0 && `有 ${refused.length} 个文件没有添加，其他文件不受影响。`}
              {litter.length > 0 &&
                `系统自己产生的 ${litter.length} 个文件没有收：${[...new Set(litter)].slice(0, 6).join('、')}。`}
            </p>
            <button type="button" class="button" onClick={dismissRefused}>
              知道了
            </button>
          </div>
          <ul>
            {alike(refused).map(({ item, reason, names }) => {
              const lines = names.length > mostLines ? 1 : names.length
              const rest = names.slice(lines)
              return (
                <Fragment key={`${item} ${reason}`}>
                  {names.slice(0, lines).map((name, i) => (
                    <li key={i}>
                      {item || '待归类'} <strong>{name}</strong> {fileRefusalWording[reason]}
                    </li>
                  ))}
                  {rest.length > 0 && (
                    <li>
                      {item || '待归类'} 还有 {rest.length} 个同样：
                      {rest.slice(0, mostListed).join('、')}
                      {rest.length > mostListed && '……'}
                    </li>
                  )}
                </Fragment>
              )
            })}
          </ul>
        </>
      )}
      {active.length > 0 && (
        <>
          <div class="adding-head">
            <p>有 {active.length} 个文件已经添加，但打开时会运行程序，请看一下：</p>
            <button type="button" class="button" onClick={dismissActive}>
              照样保留
            </button>
          </div>
          <ul>
            {active.map(one => (
              <li key={`${one.item} ${one.file.sha256}`}>
                {one.item || '待归类'} <strong>{one.file.name}</strong> {activeHintWording[one.kind]}{' '}
                <button
                  type="button"
                  class="button"
                  aria-label={`移除 ${one.file.name}`}
                  onClick={() => removeActive(one)}
                >
                  移除
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
