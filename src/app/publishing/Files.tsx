import { useStore } from '@nanostores/preact'
import { useState } from 'preact/hooks'
import type { Project } from '../../publish/draft/project'
import { saveAsFile } from '../../stores/publishing/giving'
import {
  $kept,
  $replaced,
  $standing,
  $storage,
  $trouble,
  bringBack,
  startAnew,
} from '../../stores/publishing/project'
import { $broughtIn, takeFiles } from '../../stores/publishing/taking'
import { sayTrouble } from '../../wording/publish-refusal'
import { refusalWording } from '../../wording/refusal'
import { OtherYears } from './OtherYears'
import { PickButton, sourceKinds } from './pieces'
import { SiteForm } from './SiteForm'

/** Which files there are, the year, whose site it is, and how the work is kept. */
export function Files({ project }: { project: Project }) {
  const trouble = useStore($trouble)
  const standing = useStore($standing)
  const [isAsking, setAsking] = useState(false)
  const { table, notice } = project
  return (
    <section class={`card publish-files${table ? '' : ' is-empty'}`} aria-label="文件">
      {!table && (
        <p class="lead">
          把考核要点表和通知原文拖到这里，或点下面的按钮：.docx、.xlsx、.csv，或另存的网页
          .html。只在这台电脑上读，不上传。
        </p>
      )}
      {(table || notice) && (
        <ul class="plain publish-sources">
          {table && <Source name={table.name} size={table.bytes.length} what="考核要点表" />}
          {notice && <Source name={notice.name} size={notice.bytes.length} what="通知" />}
        </ul>
      )}
      <p class="actions">
        <PickButton
          label={table ? '换一个表' : '选择考核要点表'}
          accept={sourceKinds}
          isPrimary={!table}
          onPick={files => void takeFiles(files, 'table')}
        />
        <PickButton
          label={notice ? '换一个通知' : '选择通知原文'}
          accept={`${sourceKinds},.txt`}
          isPrimary={Boolean(table) && !notice}
          onPick={files => void takeFiles(files, 'notice')}
        />
        {table && (
          <button type="button" class="button" onClick={() => saveAsFile(project, standing)}>
            存成文件
          </button>
        )}
        <PickButton label="打开存下的制作" accept=".json" onPick={files => void takeFiles(files)} />
        {table && (
          <button type="button" class="button quiet" onClick={() => setAsking(true)}>
            重新开始
          </button>
        )}
      </p>
      {isAsking && (
        <p class="notes" role="alert">
          现在的制作会从这台电脑上移走，要留的先点“存成文件”。{' '}
          <button
            type="button"
            class="button"
            onClick={() => {
              setAsking(false)
              void startAnew(new Date())
            }}
          >
            移走，重新开始
          </button>{' '}
          <button type="button" class="button" onClick={() => setAsking(false)}>
            不移走
          </button>
        </p>
      )}
      <Replaced />
      <BroughtIn />
      {standing && <OtherYears project={project} folder={standing.folder} />}
      {trouble && (
        <p class="wrong" role="alert">
          {sayTrouble(trouble)}
          {table && '原来的都还在。'}
        </p>
      )}
      <details class="publish-settings" open={!table}>
        <summary>
          年度 {project.year} · {project.site.organization}
        </summary>
        <SiteForm project={project} />
      </details>
      <Kept />
    </section>
  )
}

function Source({ name, size, what }: { name: string; size: number; what: string }) {
  const type = /\.(\w+)$/.exec(name)?.[1]?.toUpperCase() ?? ''
  return (
    <li>
      <span class="publish-type">{type}</span> <strong>{name}</strong>{' '}
      <span class="size">
        {what}，
        {size < 10_000_000 ? `${Math.max(1, Math.round(size / 1000))} KB` : `${Math.round(size / 1e6)} MB`}
      </span>
    </li>
  )
}

/** The work that gave way to another file. */
function Replaced() {
  const replaced = useStore($replaced)
  if (!replaced?.table) return null
  const { table, steps } = replaced
  return (
    <p class="notes" role="status">
      原来的制作（“{table.name}”，改了 {steps.length} 处）收在一边，关掉网页以前都能换回来。{' '}
      <button type="button" class="button" onClick={() => void bringBack()}>
        换回原来的
      </button>{' '}
      <button type="button" class="button" onClick={() => $replaced.set(null)}>
        不用了
      </button>
    </p>
  )
}

/** Years before this one that a published page brought. */
function BroughtIn() {
  const broughtIn = useStore($broughtIn)
  if (!broughtIn) return null
  const years = broughtIn.editions.map(({ folder }) => `${folder.id} 年`)
  return (
    <p class="kept" role="status">
      ✓ “{broughtIn.file}”是往年发布的，已用上 {years.join('、')}的编号。
    </p>
  )
}

function Kept() {
  const kept = useStore($kept)
  const storage = useStore($storage)
  return (
    <p class={kept?.state === 'elsewhere' || kept?.state === 'refused' ? 'wrong' : 'kept'} role="status">
      {storage.kind !== 'durable' && kept && '这个浏览器关掉窗口就不留内容：离开前请点“存成文件”。'}
      {storage.kind === 'durable' && kept?.state === 'saving' && '正在保存……'}
      {storage.kind === 'durable' && kept?.state === 'kept' && '✓ 已保存在这台电脑上'}
      {kept?.state === 'elsewhere' &&
        '没有存下：另一个窗口里也在改这个制作。只留一个窗口；要留这里改的，请点“存成文件”，再刷新本页。'}
      {kept?.state === 'refused' && `没有存下：${refusalWording[kept.refusal]}请点“存成文件”。`}
    </p>
  )
}
