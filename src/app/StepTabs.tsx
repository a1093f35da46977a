import { useContext } from 'preact/hooks'
import type { Checklist } from '../core/checklist/checklist'
import type { Progress } from '../core/checklist/progress'
import { countWritten } from '../core/report/report'
import { getCatalogue } from '../stores/page'
import { nameLastStep } from '../wording/sending'
import { ReturnedContext } from './checklist/SectionsContext'

interface Props {
  /** Id of the view that is shown. */
  view: string
  checklist: Checklist
  progress: Progress
}

/** The three steps, each with how far it is; the one that is open is marked. None is locked behind another. */
export function StepTabs({ view, checklist, progress }: Props) {
  const [written, fields] = countWritten(getCatalogue(), checklist)
  const steps = [
    { id: 'materials', name: '备材料', meter: '完成进度', done: progress.done, total: progress.total },
    { id: 'report', name: '写报告', meter: '报告进度', done: written, total: fields },
    { id: 'hand-in', name: nameLastStep(checklist), meter: '', done: 0, total: 0 },
  ]
  const returned = useContext(ReturnedContext)?.open
  const open = ['unsorted', 'assign'].includes(view) ? 'materials' : view
  return (
    <nav class="step-tabs" aria-label="三个步骤">
      {steps.map(({ id, name, meter, done, total }, i) => (
        <a key={id} href={`#${id}`} aria-current={open === id ? 'step' : undefined}>
          <span class="number" aria-hidden="true">
            {i + 1}
          </span>
          <span class="name">{name}</span>
          {meter !== '' && (
            <>
              {i === 0 && returned ? (
                <span class="part is-returned">{returned}</span>
              ) : (
                <span class="part">
                  {done}/{total}
                </span>
              )}
              <progress value={done} max={total} aria-label={meter} />
            </>
          )}
        </a>
      ))}
    </nav>
  )
}
