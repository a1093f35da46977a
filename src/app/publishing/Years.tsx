import { useMemo, useState } from 'preact/hooks'
import { labelOf } from '../../build/edition'
import { earlierFolders, earlierOf, type Project, type Standing } from '../../publish/draft/project'
import { compareYears, type Fate } from '../../publish/draft/years'
import { take } from '../../stores/publishing/project'
import { leaveOut, takeFiles } from '../../stores/publishing/taking'
import { PickButton } from './pieces'

const kinds: Record<Fate['kind'], string> = {
  changed: '文字改了',
  new: '新增',
  gone: '今年没有了',
  kept: '与往年相同',
}

/** The rows beside those of last year; a new one can be made one of those that are gone, by choosing or by dragging. */
export function Years({ project, standing: { folder } }: { project: Project; standing: Standing }) {
  const earlier = earlierOf(project)
  const fates = useMemo(() => compareYears(folder, earlierFolders(project)), [folder, project])
  const [dragged, setDragged] = useState('')
  const rows = fates.filter(({ isItem }) => !isItem)
  const gone = rows.filter(({ kind }) => kind === 'gone')
  const join = (id: string, to: string) =>
    void take({ name: `${id} 用编号 ${to || '新的'}`, changes: [{ kind: 'id', id, to }] })
  return (
    <section class="card publish-years" aria-label="与往年对照">
      <h2>与往年对照</h2>
      <p>
        {earlier.length > 0
          ? '编号永久有效：各单位填的清单按编号保存，同一件事要用原来的编号。下面不对的，改过来。'
          : '没有往年的，编号都是新的。往年发布过的，把那一年的填报网页放进来，编号才接得上。'}
      </p>
      <ul class="plain">
        {earlier.map(({ folder: year, isWhole }) => (
          <li key={year.id}>
            <strong>{labelOf(year)}</strong> {year.files.indicators.title}
            <span class="second">
              {year.id === folder.id
                ? '（就是这一年，重新做）'
                : isWhole
                  ? '（“整个网站”里也有它的页面）'
                  : '（只用它的编号；它的网页请留着原来的）'}
            </span>{' '}
            <button
              type="button"
              class="button quiet"
              aria-label={`不用 ${labelOf(year)}的`}
              onClick={() => void leaveOut(year)}
            >
              不用
            </button>
          </li>
        ))}
      </ul>
      <p class="actions">
        <PickButton
          label="加一个往年：发布过的填报网页，或存下的制作"
          accept=".html,.htm,.json"
          onPick={files => void takeFiles(files, 'earlier')}
        />
      </p>
      {(['changed', 'new', 'gone', 'kept'] as const).map(kind => {
        const own = rows.filter(fate => fate.kind === kind)
        const items = fates.filter(fate => fate.isItem && fate.kind === kind)
        return (
          <details key={kind} open={kind !== 'kept' && earlier.length > 0}>
            <summary>
              {kinds[kind]}：{own.length} 行，{items.length} 个材料项
            </summary>
            <ul class="plain">
              {own.map(({ id, text, before }) => (
                <li
                  key={id}
                  draggable={kind === 'gone'}
                  onDragStart={() => setDragged(id)}
                  onDragOver={event => kind === 'new' && dragged && event.preventDefault()}
                  onDrop={event => {
                    if (kind !== 'new' || !dragged) return
                    event.stopPropagation()
                    event.preventDefault()
                    join(id, dragged)
                    setDragged('')
                  }}
                >
                  <p>
                    <span class="id">{id}</span> {text || before}
                  </p>
                  {kind === 'changed' && (
                    <>
                      <p class="second">往年：{before}</p>
                      <button type="button" class="button quiet" onClick={() => join(id, '')}>
                        不是同一件事，换新编号
                      </button>
                    </>
                  )}
                  {kind === 'new' && gone.length > 0 && (
                    <select
                      aria-label={`${id} 是往年的哪一行`}
                      value=""
                      onChange={({ currentTarget: { value } }) => value && join(id, value)}
                    >
                      <option value="">是新的</option>
                      {gone.map(({ id, before = '' }) => (
                        <option key={id} value={id}>
                          就是往年的 {id} {before.slice(0, 30)}
                        </option>
                      ))}
                    </select>
                  )}
                </li>
              ))}
              {kind !== 'kept' &&
                items.slice(0, 100).map(({ id, text, before }) => (
                  <li key={id}>
                    <span class="id">{id}</span> {text || before}
                    {kind === 'changed' && <span class="second">（往年：{before}）</span>}
                  </li>
                ))}
            </ul>
          </details>
        )
      })}
    </section>
  )
}
