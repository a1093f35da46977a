import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { indicatorsTotal } from '../../publish/draft/counts'
import type { Project, Standing } from '../../publish/draft/project'
import { take, undo } from '../../stores/publishing/project'
import { Dialog } from '../ui/Dialog'
import type { View } from './pieces'

/** The sums that can be held against the paper, always in sight, and 撤销 beside them. */
export function Counts({
  project,
  standing: { folder, open, problems },
  onView,
  children,
}: {
  project: Project
  standing: Standing
  onView: (view: View) => void
  children: ComponentChildren
}) {
  const [isListing, setListing] = useState(false)
  const { indicators } = folder.files
  const { declared, departments } = indicators
  const found = indicatorsTotal(indicators)
  const last = project.steps[project.steps.length - 1]
  return (
    <section class="card publish-counts" aria-label="核对">
      <ul class="plain">
        <li>
          <strong>{declared.rows}</strong> 行
        </li>
        <li>
          <strong>{found}</strong> 分 <TotalMark declared={declared.points} found={found} />
        </li>
        <li>
          <strong>{departments.length}</strong> 个部门{' '}
          {departments.length > 0 && (
            <button type="button" class="link" onClick={() => setListing(true)}>
              看一看
            </button>
          )}
        </li>
        <li>
          <strong>{declared.items}</strong> 个材料项
        </li>
        <li class={open.length > 0 ? 'attention' : 'done'}>
          {open.length > 0 ? (
            <>
              <strong>{open.length}</strong>{' '}
              <button type="button" class="link" onClick={() => onView('table')}>
                个问题
              </button>
            </>
          ) : (
            '✓ 没有问题了'
          )}
        </li>
        {problems.length > 0 && <li class="attention">! {problems.length} 处要改</li>}
      </ul>
      <button type="button" class="button" disabled={!last} onClick={() => void undo()}>
        撤销{last && `：${last.name}`}
      </button>
      {children}
      {isListing && (
        <Dialog title="部门" onClose={() => setListing(false)}>
          <p>右边的英文名会出现在网址里，发布以后不再改。只写小写字母和减号，各部门不同。</p>
          <ul class="plain publish-departments">
            {departments.map(({ id, name }) => (
              <li key={id}>
                <span>{name}</span>
                <input
                  type="text"
                  aria-label={`${name}的英文名`}
                  pattern="[a-z]+(-[a-z]+)*"
                  value={id}
                  onChange={({ currentTarget }) => {
                    const { value } = currentTarget
                    const isFree = departments.every(other => other.id !== value)
                    if (isFree && /^[a-z]+(-[a-z]+)*$/.test(value))
                      void take({
                        name: `${name}的英文名`,
                        changes: [{ kind: 'department-id', id, to: value }],
                      })
                    else currentTarget.value = id
                  }}
                />
              </li>
            ))}
          </ul>
        </Dialog>
      )}
    </section>
  )
}

function TotalMark({ declared, found }: { declared: number | undefined; found: number }) {
  if (declared === undefined) return <span class="second">没有写总分</span>
  return declared === found ? (
    <span class="done">✓ 与总分一样</span>
  ) : (
    <span class="attention">! 总分写的是 {declared} 分</span>
  )
}
