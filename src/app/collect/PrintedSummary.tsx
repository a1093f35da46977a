import { useStore } from '@nanostores/preact'
import { options } from 'preact'
import { useEffect, useLayoutEffect, useState } from 'preact/hooks'
import type { Arrival } from '../../core/intake/arrival'
import type { SameBytes } from '../../core/intake/same-bytes'
import { $paper, drawPaper, forgetPaper, paperDrawn, type SummaryInput } from '../../stores/collect/summary'
import { $notes } from '../../stores/intake/notes'
import { refusalWording } from '../../wording/refusal'
import { intakeContent } from '../ui/page-content'
import { usePart } from '../ui/usePart'

interface Props {
  summary: SummaryInput
  arrivals: readonly Arrival[]
  sameBytes: readonly SameBytes[]
}

/** The printed summary for the office's files, drawn while it is printed. */
export function PrintedSummary(props: Props) {
  // Not by `useStore`, which draws a task later: the browser prints what is there when `beforeprint` ends.
  const [paper, setPaper] = useState($paper.get())
  useEffect(() => $paper.subscribe(setPaper), [])
  const notes = useStore($notes)
  // Fetched with the first unit, for then there is no time.
  const part = usePart(() => import('./PrintedPaper'), true)
  const units = props.summary.matrix.rows.length
  useEffect(() => {
    const draw = () => {
      options.debounceRendering = run => run()
      if ($paper.get()?.units !== units) drawPaper(units)
      delete options.debounceRendering
    }
    addEventListener('beforeprint', draw)
    addEventListener('afterprint', forgetPaper)
    return () => {
      removeEventListener('beforeprint', draw)
      removeEventListener('afterprint', forgetPaper)
    }
  }, [units])
  useLayoutEffect(() => {
    if (paper && part) paperDrawn()
  }, [paper, part])
  if (!paper || !part) return null
  if (typeof part === 'string') return <p class="printed">汇总没有加载成功：{refusalWording[part]}</p>
  const { deadlineText } = intakeContent()
  return <part.PrintedPaper {...props} units={paper.units} notes={notes} deadlineText={deadlineText} />
}
