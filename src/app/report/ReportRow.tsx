import { useMemo } from 'preact/hooks'
import { answerOf, type Checklist } from '../../core/checklist/checklist'
import { isAnswered, isDone } from '../../core/checklist/progress'
import type { Catalogue, Indicator, ReportSection } from '../../core/edition/catalogue'
import { formatScoring } from '../../core/edition/scoring'
import { countCharacters, draftEvidence, insertEvidence } from '../../core/report/report'
import { changeChecklist } from '../../stores/checklist'
import { TextBox } from '../ui/TextBox'
import { ScoreInput } from './ScoreInput'

interface Props {
  indicator: Indicator
  section: ReportSection
  heads: Catalogue['heads']
  text: string
  checklist: Checklist
}

/** One row of the 考核要点: its content as printed, the unit's text, its evidence, and its 自评分. */
export function ReportRow(props: Props) {
  const { indicator, text, checklist } = props
  const answers = indicator.items.map(item => answerOf(checklist, item.id))
  // Redrawn only when its own text, score or answers change.
  return useMemo(() => <RowBody {...props} />, [text, checklist.report.scores[indicator.id], ...answers])
}

function RowBody({ indicator, section, heads, text, checklist }: Props) {
  const { id } = indicator
  const score = formatScoring(indicator.scoring)
  const contentId = `report-content-${id}`
  const draft = draftEvidence(indicator, checklist)
  return (
    <div class="report-row" role="group" aria-labelledby={contentId}>
      <p class="content" id={contentId}>
        <span class="id">{id}</span> <strong>{indicator.name}</strong>
        {score && <span class="score">{score}</span>}
        <br />
        {section.contentLabel}
        {indicator.content}
        {indicator.criteria && (
          <>
            <br />
            {heads.criteria}：{indicator.criteria}
          </>
        )}
      </p>
      <div class="passage">
        <TextBox
          id={`report-${id}`}
          label={section.answerLabel.replace(/[:：]$/, '')}
          describedBy={contentId}
          rows={4}
          value={text}
          onInput={text => changeChecklist({ kind: 'set-report-text', id, text })}
        />
        <div class="below">
          <p class="characters">{countCharacters(text)} 字</p>
          <button
            type="button"
            class="button"
            disabled={draft === '' || text.includes(draft)}
            onClick={() =>
              changeChecklist({ kind: 'set-report-text', id, text: insertEvidence(text, draft) })
            }
          >
            插入材料清单
          </button>
          <ScoreInput indicator={indicator} score={checklist.report.scores[id] ?? ''} />
        </div>
      </div>
      <Evidence indicator={indicator} checklist={checklist} />
    </div>
  )
}

const shownFiles = 4

/** The row's items with their states and files, to write from. */
function Evidence({ indicator, checklist }: { indicator: Indicator; checklist: Checklist }) {
  const items = indicator.items.filter(item => item.counted || isAnswered(answerOf(checklist, item.id)))
  return (
    <div class="evidence" role="group" aria-label="这一行的印证材料">
      {items.length === 0 && <p>没有列出印证材料清单。</p>}
      <ul>
        {items.map(({ id, text }) => {
          const answer = answerOf(checklist, id)
          const { files } = answer
          return (
            <li key={id}>
              <a href={`#item-${id}`}>{id}</a> {text}{' '}
              <span class={isDone(answer) ? 'state is-done' : 'state'}>
                {answer.notApplicable ? '不适用' : isDone(answer) ? '✓ 已备齐' : '未完成'}
              </span>
              {files.slice(0, shownFiles).map(file => (
                <span key={file.sha256} class="file-name">
                  {file.name}
                  {file.absent && '（! 没有内容）'}
                </span>
              ))}
              {files.length > shownFiles && <span class="file-name">……共 {files.length} 个文件</span>}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
