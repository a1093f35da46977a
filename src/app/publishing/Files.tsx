import { useStore } from '@nanostores/preact'
import { useState } from 'preact/hooks'
import { leastContrast, readabilityOf } from '../../core/site/colour'
import type { Project } from '../../publish/draft/project'
import { otherYear } from '../../publish/draft/years'
import { saveAsFile } from '../../stores/publishing/giving'
import {
  $kept,
  $standing,
  $trouble,
  setSite,
  setYear,
  startAnew,
  type Trouble,
  takeFiles,
} from '../../stores/publishing/project'
import { sayRefused } from '../../wording/publish-refusal'
import { refusalWording } from '../../wording/refusal'
import { Field, PickButton } from './pieces'

const kinds = '.docx,.xlsx,.csv,.html,.htm'

/** Which files there are, the year, whose site it is, and how the work is kept. */
export function Files({ project }: { project: Project }) {
  const trouble = useStore($trouble)
  const standing = useStore($standing)
  const kept = useStore($kept)
  const [isAsking, setAsking] = useState(false)
  const { table, notice } = project
  const printed = standing && otherYear(standing.folder)
  return (
    <section class={`card publish-files${table ? '' : ' is-empty'}`} aria-label="文件">
      {!table && (
        <p class="lead">
          把考核要点表和通知原文拖到这里：.docx、.xlsx、.csv，或另存的网页 .html。只在这台电脑上读，不上传。
        </p>
      )}
      <ul class="plain publish-sources">
        {table && <Source name={table.name} size={table.bytes.length} what="考核要点表" />}
        {notice && <Source name={notice.name} size={notice.bytes.length} what="通知" />}
      </ul>
      <p class="actions">
        <PickButton
          label={table ? '换一个表' : '选择考核要点表'}
          accept={kinds}
          isPrimary={!table}
          onPick={files => void takeFiles(files, 'table')}
        />
        <PickButton
          label={notice ? '换一个通知' : '选择通知原文'}
          accept={`${kinds},.txt`}
          isPrimary={Boolean(table) && !notice}
          onPick={files => void takeFiles(files, 'notice')}
        />
        <PickButton label="打开存下的制作" accept=".json" onPick={files => void takeFiles(files)} />
        {table && (
          <>
            <button type="button" class="button" onClick={() => saveAsFile(project, standing)}>
              存成文件
            </button>
            <button type="button" class="button quiet" onClick={() => setAsking(true)}>
              重新开始
            </button>
          </>
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
      {printed && (
        <p class="notes" role="alert">
          文件里写的是 {printed} 年，年度却是 {project.year}：是不是放了别的年份的文件？{' '}
          <button
            type="button"
            class="button"
            onClick={() => void setYear(project.year.replace(/^\d{4}/, printed))}
          >
            年度改为 {printed}
          </button>
        </p>
      )}
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
      <p class="kept" role="status">
        {kept?.state === 'saving' && '正在保存……'}
        {kept?.state === 'kept' && '✓ 已保存在这台电脑上'}
        {kept?.state === 'refused' && `没有存下：${refusalWording[kept.refusal]}请点“存成文件”。`}
      </p>
    </section>
  )
}

function Source({ name, size, what }: { name: string; size: number; what: string }) {
  const type = /\.(\w+)$/.exec(name)?.[1]?.toUpperCase() ?? ''
  return (
    <li>
      <span class="publish-type">{type}</span> <strong>{name}</strong>{' '}
      <span class="size">
        {what}，{Math.max(1, Math.round(size / 1000))} KB
      </span>
    </li>
  )
}

function SiteForm({ project: { year, site } }: { project: Project }) {
  const [isPale, setPale] = useState(false)
  const isYear = (text: string) => /^20\d\d(-[a-z0-9]+)*$/.test(text)
  const text = (label: string, key: 'organization' | 'office' | 'name' | 'description' | 'column') => (
    <Field label={label}>
      <input
        type="text"
        value={site[key]}
        onChange={({ currentTarget: { value } }) => value.trim() && setSite({ ...site, [key]: value.trim() })}
      />
    </Field>
  )
  return (
    <div class="publish-form">
      <Field label="年度">
        <input
          type="text"
          pattern="20\d\d(-[a-z0-9]+)*"
          title="四位年份；一年里有几个考核的，后面加减号和小写英文，如 2023-food"
          value={year}
          onChange={({ currentTarget: { value } }) => isYear(value) && void setYear(value)}
        />
      </Field>
      {text('收件单位全称', 'organization')}
      {text('收件单位简称', 'office')}
      {text('网站名称', 'name')}
      {text('一句话说明', 'description')}
      <Field label="主色">
        <input
          type="color"
          value={site.colour}
          onChange={({ currentTarget: { value } }) => {
            if (readabilityOf(value) >= leastContrast) setSite({ ...site, colour: value })
            else setPale(true)
          }}
        />
      </Field>
      {isPale && (
        <p class="attention" role="alert">
          这个颜色太浅，字看不清，没有换。请选深一些的。
        </p>
      )}
    </div>
  )
}

function sayTrouble(trouble: Trouble): string {
  switch (trouble.code) {
    case 'refused':
      return sayRefused(trouble.reason, trouble.file)
    case 'too-large':
      return `“${trouble.file}”超过 50 MB，没有读。多半是里面的图片太大：请另存一份，删去图片再放进来。`
    case 'not-read':
      return `“${trouble.file}”读不出来，可能正被别的程序打开，或 U 盘已拔出。请关掉它再放一次。`
    case 'not-a-project':
      return `“${trouble.file}”不是这里存下的制作文件。`
    case 'unexpected':
      return `没有读成，请再放一次；还不行的，把文件另存一份再试。（${trouble.detail}）`
  }
}
