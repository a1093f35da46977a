import { useState } from 'preact/hooks'
import { viewOfProblem } from '../../publish/draft/place'
import type { Problem, Project, Standing } from '../../publish/draft/project'
import { type Given, give, listPreviews } from '../../stores/publishing/giving'
import { sayContentProblem } from '../../wording/content'
import { fieldNames } from '../../wording/publishing'
import { DownloadHint } from '../ui/DownloadHint'
import { PreviewDialog } from './PreviewDialog'
import { readShells, type View } from './pieces'

const gifts: { kind: Given; title: string; size: string; what: string }[] = [
  { kind: 'checklist', title: '填报网页', size: '1 个文件', what: '发给各单位，双击打开就能填，不用联网' },
  { kind: 'intake', title: '收件网页', size: '1 个文件', what: '自己留用，打开各单位交来的压缩包' },
  { kind: 'site', title: '整个网站', size: '1 个文件夹', what: '放到政府网站上，通知、填报、收件都在里面' },
  {
    kind: 'content',
    title: '内容文件夹',
    size: '1 个文件夹',
    what: '给会运行命令的人：放进 content，自己构建',
  },
]

/** What can be taken away, each with what it is for; what still prevents it stands first. */
export function Make({
  project,
  standing,
  onView,
}: {
  project: Project
  standing: Standing
  onView: (view: View) => void
}) {
  const { open, problems } = standing
  const [isLooking, setLooking] = useState(false)
  const [said, setSaid] = useState('')
  const isBlocked = problems.length > 0
  const make = async (kind: Given) => {
    setSaid('正在生成……')
    try {
      const name = await give(kind, project, standing, readShells(), new Date())
      setSaid(`“${name}”已交给浏览器下载。`)
    } catch (error) {
      setSaid(`没有生成，制作的内容都还在，请再点一次。（${error instanceof Error ? error.message : error}）`)
    }
  }
  return (
    <section class="card publish-make" aria-label="生成">
      <h2>生成</h2>
      {isBlocked ? (
        <>
          <p class="attention">还差 {problems.length} 处，改好就能生成：</p>
          <ul class="publish-problems">
            {problems.slice(0, 20).map((problem, i) => (
              <li key={i}>
                {sayProblem(problem)}{' '}
                <button type="button" class="link" onClick={() => onView(viewOfProblem(problem))}>
                  去改
                </button>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p>
          {open.length > 0
            ? `还有 ${open.length} 个问题没有回答。现在也可以先生成一份试看，没回答的地方会标出来。`
            : '都齐了。发出去以前，先看一遍每一页。'}
        </p>
      )}
      <p class="actions">
        <button type="button" class="button" disabled={isBlocked} onClick={() => setLooking(true)}>
          先看每一页
        </button>
      </p>
      <ul class="plain publish-gifts">
        {gifts.map(({ kind, title, size, what }) => (
          <li key={kind}>
            <h3>
              {title} <span class="badge">{size}</span>
            </h3>
            <p>{what}</p>
            <button
              type="button"
              class={`button wide${kind === 'checklist' && open.length === 0 ? ' primary' : ''}`}
              aria-label={`生成${title}`}
              disabled={isBlocked && kind !== 'content'}
              onClick={() => void make(kind)}
            >
              生成
            </button>
          </li>
        ))}
      </ul>
      <p role="status">{said}</p>
      {said.startsWith('“') && <DownloadHint />}
      {isLooking && (
        <PreviewDialog
          pages={listPreviews(project, standing, readShells(), new Date())}
          onClose={() => setLooking(false)}
        />
      )}
    </section>
  )
}

function sayProblem(problem: Problem): string {
  if (problem.code === 'field-empty') return `${fieldNames[problem.field] ?? ''}还空着。`
  const { code, entry } = problem.problem
  if (code === 'wrong-points')
    return `总分写的是 ${problem.problem.declared} 分，各行加起来是 ${problem.problem.found} 分。请改各行的分值，或回答总分那个问题。`
  if (code === 'no-content-column') return '没有一栏是考核内容。请在写着考核内容的那一栏上面选“考核内容”。'
  if (code === 'text-not-in-source' && problem.problem.file === 'materials.yaml')
    return `共性资料 ${entry}：“${problem.problem.text}”在通知正文里找不到。请照正文写，或把这句补进正文。`
  if (code === 'title-without-placeholder')
    return `自评报告的标题里没有“${problem.problem.placeholder}”，不知道单位的名称放在哪里。`
  if (code === 'text-not-in-source')
    return `${entry}：“${problem.problem.text}”在那一格的原文里找不到。请改那一格，或重新拆项。`
  if (code === 'merged-with-other')
    return `${entry}：部门那一格与上一行合并，部门却不同。请改成一样的，或改上一行。`
  if (code === 'items-without-evidence' || code === 'evidence-without-items')
    return `${entry}：印证材料那一格与材料项对不上。请点那一格改一下。`
  return `${entry}：${sayContentProblem(problem.problem)}`
}
