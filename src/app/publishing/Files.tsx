import { useStore } from '@nanostores/preact'
import { useEffect, useState } from 'preact/hooks'
import { labelOf } from '../../build/edition'
import { formatSize } from '../../core/text/format'
import { earlierFolders, type Project } from '../../publish/draft/project'
import { $replaced, $standing, $trouble, bringBack } from '../../stores/publishing/project'
import { $broughtIn } from '../../stores/publishing/taking'
import { sayTrouble } from '../../wording/publish-refusal'
import { FileActions } from './FileActions'
import { OtherYears } from './OtherYears'
import { SiteForm } from './SiteForm'

/** Which files there are, the year, whose site it is, and how the work is kept. */
export function Files({ project }: { project: Project }) {
  const trouble = useStore($trouble)
  const standing = useStore($standing)
  const { table, notice } = project
  const isWhole = table !== null && notice !== null
  const [isOpen, setOpen] = useState(!isWhole)
  // What is there needs no more room than its name.
  useEffect(() => setOpen(!isWhole), [isWhole])
  return (
    <section class={`card publish-files${table ? '' : ' is-empty'}`} aria-label="文件">
      {!table && (
        <p class="lead">
          把考核要点表和通知原文拖到这里，或点下面的按钮：.docx、.xlsx、.csv，或另存的网页
          .html。只在这台电脑上读，不上传。
        </p>
      )}
      <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary hidden={!table}>
          {table && <Source name={table.name} size={table.bytes.length} what="考核要点表" />}
          {notice && <Source name={notice.name} size={notice.bytes.length} what="通知" />}
          <span>
            年度 {project.year} · {project.site.organization}
          </span>
          <span class="change">{isOpen ? '收起' : '更换、存成文件'}</span>
        </summary>
        {!table && notice && (
          <p>
            <Source name={notice.name} size={notice.bytes.length} what="通知" />
          </p>
        )}
        <FileActions project={project} standing={standing} />
        <details class="publish-settings" open={!table}>
          <summary>{table ? '改' : ''}年度、收件单位、网站名称、颜色</summary>
          <SiteForm project={project} />
        </details>
      </details>
      <Replaced />
      <BroughtIn project={project} />
      {standing && <OtherYears project={project} folder={standing.folder} />}
      {trouble && (
        <p class="wrong" role="alert">
          {sayTrouble(trouble)}
          {table && '原来的都还在。'}
        </p>
      )}
    </section>
  )
}

function Source({ name, size, what }: { name: string; size: number; what: string }) {
  const type = /\.(\w+)$/.exec(name)?.[1]?.toUpperCase() ?? ''
  return (
    <span class="publish-source">
      <span class="publish-type">{type}</span> <strong>{name}</strong>{' '}
      <span class="size">
        {what}，{formatSize(size)}
      </span>
    </span>
  )
}

/** Works that gave way to another file. */
function Replaced() {
  const replaced = useStore($replaced)
  return (
    <>
      {replaced.map((project, i) => (
        <p key={i} class="notes" role="status">
          原来的制作（
          {[project.table, project.notice].flatMap(file => (file ? `“${file.name}”` : [])).join('')}
          ，改了 {project.steps.length} 处）收在一边，关掉网页以前都能换回来。{' '}
          <button type="button" class="button" onClick={() => void bringBack(project)}>
            换回原来的
          </button>{' '}
          <button
            type="button"
            class="button"
            onClick={() => $replaced.set(replaced.filter(other => other !== project))}
          >
            不用了
          </button>
        </p>
      ))}
    </>
  )
}

/** Years before this one that a file brought, as long as they count. */
function BroughtIn({ project }: { project: Project }) {
  const broughtIn = useStore($broughtIn)
  const known = earlierFolders(project)
  const folders = broughtIn?.editions.flatMap(({ folder }) => (known.includes(folder) ? folder : [])) ?? []
  if (!broughtIn || folders.length === 0) return null
  return (
    <p class="kept" role="status">
      ✓ “{broughtIn.file}”是往年发布的，已用上 {folders.map(labelOf).join('、')}的编号。
    </p>
  )
}
