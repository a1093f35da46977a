import { useStore } from '@nanostores/preact'
import { useMemo, useState } from 'preact/hooks'
import { findSights } from '../../publish/draft/look'
import { $isReading, $project, $read, $standing, $unrecognised } from '../../stores/publishing/project'
import { stopReading } from '../../stores/publishing/reading'
import { useDraggedFiles } from '../ui/useDraggedFiles'
import { Counts } from './Counts'
import { Files } from './Files'
import { Kept } from './Kept'
import { Look } from './Look'
import { Make } from './Make'
import { NoticeFields } from './NoticeFields'
import { PointAtHead } from './PointAtHead'
import { type View, views } from './pieces'
import { TableDesk } from './TableDesk'
import { Template } from './Template'
import { Years } from './Years'

/** The whole page, from the files to the pages that are given out. */
export function Publish() {
  const project = useStore($project)
  const read = useStore($read)
  const standing = useStore($standing)
  const isReading = useStore($isReading)
  const unrecognised = useStore($unrecognised)
  const isOver = useDraggedFiles()
  const [view, setView] = useState<View>('table')
  const [isPointing, setPointing] = useState(false)
  const sights = useMemo(() => (standing ? findSights(standing.folder) : []), [standing?.folder])
  if (!project) return null
  const names: Record<View, string> = {
    table: '考核要点表',
    notice: '通知',
    template: '共性资料和报告',
    years: '与往年对照',
    look: `发布前看一看（${sights.length}）`,
  }
  return (
    <div class={`width stack page publish${isOver ? ' is-target' : ''}`}>
      <div class="publish-head">
        <h1>制作填报网页</h1>
        <Kept />
        <Steps stage={!standing ? 0 : standing.open.length > 0 ? 2 : 3} open={standing?.open.length ?? 0} />
      </div>
      <Files project={project} />
      {unrecognised && <PointAtHead {...unrecognised} onDone={() => $unrecognised.set(null)} />}
      {isReading && (
        <p class="card publish-reading" role="status">
          <span>正在读文件……大的文件要一会儿，这时别的可以照看。</span>
          <button type="button" class="button" onClick={stopReading}>
            停止
          </button>
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
          {view === 'table' &&
            (isPointing && !unrecognised ? (
              <PointAtHead tables={read.tables} onDone={() => setPointing(false)} />
            ) : (
              <TableDesk project={project} read={read} standing={standing} onView={setView} />
            ))}
          {view === 'table' && (
            <p>
              <button type="button" class="button quiet" onClick={() => setPointing(!isPointing)}>
                {isPointing ? '回到表' : '表头或表认错了，另选一行'}
              </button>
            </p>
          )}
          {view === 'notice' && <NoticeFields project={project} standing={standing} lines={read.lines} />}
          {view === 'template' && <Template project={project} standing={standing} />}
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
