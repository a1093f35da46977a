import { useStore } from '@nanostores/preact'
import type { UnitRow } from '../../core/intake/collate'
import type { HandIn } from '../../core/intake/hand-in'
import type { Question } from '../../core/intake/settle'
import { formatBeijing } from '../../core/text/format'
import { $notesProblem, chooseHandIns, forgetChoice } from '../../stores/intake/notes'
import { sayQuestion } from '../../wording/hand-ins'
import { refusalWording } from '../../wording/refusal'
import { Candidate } from './Candidate'
import type { OpenRow } from './CellButton'

/** Questions about units that handed in more than once, and the office's answers, each of which can be undone. */
export function Questions({ rows, onOpen }: { rows: readonly UnitRow[]; onOpen: OpenRow }) {
  const problem = useStore($notesProblem)
  const asked = rows.filter(({ question }) => question)
  const decided = rows.filter(({ question, isChosen }) => isChosen && !question)
  if (asked.length + decided.length === 0 && !problem) return null
  return (
    <section class="card questions" id="questions" aria-label="要您确定的">
      {asked.length > 0 && <h2>要您确定：{asked.length} 个单位报了不止一份</h2>}
      {problem && (
        <p class="wrong" role="alert">
          {problem === 'newer-notes'
            ? '这台电脑上记着的确定事项是由更新版本的网页保存的，这一版读不了，原样保留着。这次确定的只在本页有效。'
            : `确定的事项没有存进这台电脑：${refusalWording[problem]}在本页上仍然有效，关闭页面后要重新确定。`}
        </p>
      )}
      {asked.map(row => (
        <div key={row.unit} class="question">
          <h3>{row.unit}</h3>
          <Asked row={row} question={row.question as Question} />
        </div>
      ))}
      {decided.length > 0 && (
        <ul class="decided" aria-label="您已确定的">
          {decided.map(row => (
            <li key={row.unit}>
              <span>
                已由您确定：{row.unit}{' '}
                {row.parts.length > 1
                  ? `把 ${row.parts.length} 份合并计入`
                  : `以“${row.parts[0].archives[0] ?? ''}”为准`}
              </span>
              <button
                type="button"
                class="button quiet"
                aria-label={`查看 ${row.unit}`}
                onClick={() => onOpen(row)}
              >
                查看
              </button>
              <button
                type="button"
                class="button quiet"
                aria-label={`撤销对 ${row.unit} 的确定`}
                onClick={() => void forgetChoice(handInsOf(row))}
              >
                撤销
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** The question with a button for each answer. */
export function Asked({ row, question }: { row: UnitRow; question: Question }) {
  const merged = [...new Set([...row.parts, ...question.handIns])] as [HandIn, ...HandIn[]]
  return (
    <>
      <p>{sayQuestion(question)}</p>
      <ul class="candidates">
        {question.handIns.map(handIn => (
          <Candidate key={handIn.id} handIn={handIn} row={row}>
            <ChooseButton row={row} handIn={handIn} />
          </Candidate>
        ))}
      </ul>
      {question.kind === 'overlap' && (
        <p class="export-buttons">
          <button
            type="button"
            class="button"
            aria-label={`合并 ${row.unit} 的 ${merged.length} 份`}
            onClick={() => void chooseHandIns(merged, handInsOf(row))}
          >
            合并：{merged.length} 份都算数
          </button>
        </p>
      )}
    </>
  )
}

/** 以这份为准: it takes the place of the one of the same checklist; of another checklist it counts alone. */
export function ChooseButton({ row, handIn }: { row: UnitRow; handIn: HandIn }) {
  const { parts, question } = row
  const isOneOfMany = parts.length > 1 && parts.includes(handIn) && question?.kind !== 'order'
  // Hand-ins that are not in question go on counting beside it.
  const beside = question
    ? parts.filter(part => part === handIn || !question.handIns.includes(part))
    : [handIn]
  const counting = isOneOfMany ? beside : withInPlace(row, handIn)
  const label = isOneOfMany ? '只以这份为准' : '以这份为准'
  return (
    <button
      type="button"
      class="button"
      aria-label={`${label}：${handIn.archives[0] ?? ''}（${formatBeijing(handIn.checklist.changed)} 修改）`}
      onClick={() => void chooseHandIns(counting as [HandIn, ...HandIn[]], handInsOf(row))}
    >
      {label}
    </button>
  )
}

function withInPlace({ parts }: UnitRow, handIn: HandIn): HandIn[] {
  const isSame = (part: HandIn) => part.checklist.id === handIn.checklist.id
  return parts.some(isSame) ? parts.map(part => (isSame(part) ? handIn : part)) : [handIn]
}

/** All hand-ins to choose among, copies included: in a later session only a copy may be there. */
export function handInsOf({ parts, earlier, copies }: UnitRow): HandIn[] {
  return [...parts, ...earlier, ...copies]
}
