import type { FunctionComponent } from 'preact'
import type { Checklist, Unit } from '../../core/checklist/checklist'

interface Props {
  others: readonly Checklist[]
  /** The one that was chosen, with the fields it fills in. */
  earlier: { unit: Unit; checklist: Checklist } | null
  nameEdition: (edition: string) => string
  OtherEdition: FunctionComponent<{ checklist: Checklist; onStart: () => void }>
  onGiveUp: () => void
}

/**
 * The checklists of other editions on this computer; once one is chosen, what a new checklist takes from it. A part of the page: it
 * holds no store.
 */
export function OtherEditions({ others, earlier, nameEdition, OtherEdition, onGiveUp }: Props) {
  return (
    <section class="card" aria-labelledby="other-editions">
      <h2 id="other-editions">其他年度的清单</h2>
      {earlier ? (
        <Chosen {...{ ...earlier, nameEdition, onGiveUp }} />
      ) : (
        <ul class="other-editions">
          {others.map(checklist => (
            <li key={checklist.id}>
              <p>
                {checklist.unit.name} <span class="badge">{nameEdition(checklist.edition)}</span>
              </p>
              <OtherEdition checklist={checklist} onStart={() => {}} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

type ChosenProps = NonNullable<Props['earlier']> & Pick<Props, 'nameEdition' | 'onGiveUp'>

function Chosen({ unit, checklist, nameEdition, onGiveUp }: ChosenProps) {
  const isLessened = unit.departments.length < checklist.unit.departments.length
  return (
    <div class="chosen-edition" role="status">
      <p>
        从“{checklist.unit.name}”{nameEdition(checklist.edition)}
        的清单开始：单位信息已填在下面，请核对，再点“开始填报”。
        {isLessened && <strong>原来的评价部门有的今年没有了，请重新选择。</strong>}
        备注会带过来，逐项提示核对；勾选、附件和报告不带。{nameEdition(checklist.edition)}的清单不受影响。
      </p>
      <button type="button" class="button" onClick={onGiveUp}>
        不沿用
      </button>
    </div>
  )
}
