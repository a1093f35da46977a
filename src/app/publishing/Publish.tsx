import { useStore } from '@nanostores/preact'
import { useMemo, useState } from 'preact/hooks'
import { findSights } from '../../publish/draft/look'
import { $isReading, $project, $read, $standing } from '../../stores/publishing/project'
import { useDraggedFiles } from '../ui/useDraggedFiles'
import { Counts } from './Counts'
import { Files } from './Files'
import { Look } from './Look'
import { Make } from './Make'
import { NoticeFields } from './NoticeFields'
import { type View, views } from './pieces'
import { TableDesk } from './TableDesk'
import { Years } from './Years'

/** The whole page, from the files to the pages that are given out. */
export function Publish() {
  const project = useStore($project)
  const read = useStore($read)
  const standing = useStore($standing)
  const isReading = useStore($isReading)
  const isOver = useDraggedFiles()
  const [view, setView] = useState<View>('table')
  const sights = useMemo(() => (standing ? findSights(standing.folder) : []), [standing?.folder])
  if (!project) return null
  const names: Record<View, string> = {
    table: '考核要点表',
    notice: '通知',
    years: '与往年对照',
    look: `发布前看一看（${sights.length}）`,
  }
  return (
    <div class={`width stack page publish${isOver ? ' is-target' : ''}`}>
      <div class="publish-head">
        <h1>制作填报网页</h1>
        <Steps stage={!standing ? 0 : standing.open.length > 0 ? 2 : 3} open={standing?.open.length ?? 0} />
      </div>
      <Files project={project} />
      {isReading && (
        <p class="card" role="status">
          正在读文件……
        </p>
      )}
      {standing && read && (
        <>
          <Counts project={project} standing={standing} onView={setView}>
            <nav class="publish-views" aria-label="查看">
              {views.map(name => (
                <button
                  key={name}
                  type="button"
                  class="button"
                  aria-pressed={view === name}
                  onClick={() => setView(name)}
                >
                  {names[name]}
                </button>
              ))}
            </nav>
          </Counts>
          {view === 'table' && <TableDesk read={read} standing={standing} onView={setView} />}
          {view === 'notice' && <NoticeFields project={project} standing={standing} lines={read.lines} />}
          {view === 'years' && <Years project={project} standing={standing} />}
          {view === 'look' && <Look sights={sights} standing={standing} />}
          <Make project={project} standing={standing} onView={setView} />
        </>
      )}
    </div>
  )
}

const stages = ['放入文件', '认各栏', '回答问题', '生成']

function Steps({ stage, open }: { stage: number; open: number }) {
  return (
    <ol class="publish-steps" aria-label="步骤">
      {stages.map((name, i) => (
        <li
          key={name}
          class={i < stage ? 'is-done' : i === stage ? 'is-here' : ''}
          aria-current={i === stage ? 'step' : undefined}
        >
          <span class="number" aria-hidden="true">
            {i < stage ? '✓' : i + 1}
          </span>
          {i === 2 && open > 0 ? `回答 ${open} 个问题` : name}
          {i < stage && <span class="hidden">（已完成）</span>}
        </li>
      ))}
    </ol>
  )
}
