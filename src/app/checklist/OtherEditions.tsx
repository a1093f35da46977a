import { useStore } from '@nanostores/preact'
import { $earlier, $otherEditions } from '../../stores/units'
import { nameEdition } from '../ui/page-content'
import { OtherEdition } from './OtherEdition'

/** The checklists of other editions on this computer; once one is chosen, what a new checklist takes from it. */
export function OtherEditions() {
  const others = useStore($otherEditions)
  const earlier = useStore($earlier)
  return (
    <section class="card" aria-labelledby="other-editions">
      <h2 id="other-editions">其他年度的清单</h2>
      {earlier ? (
        <Chosen {...earlier} />
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

function Chosen({ unit, checklist }: NonNullable<ReturnType<typeof $earlier.get>>) {
  const isLessened = unit.departments.length < checklist.unit.departments.length
  return (
    <div class="chosen-edition" role="status">
      <p>
        从“{checklist.unit.name}”{nameEdition(checklist.edition)}
        的清单开始：单位信息已填在下面，请核对，再点“开始填报”。
        {isLessened && <strong>原来的评价部门有的今年没有了，请重新选择。</strong>}
        备注会带过来，逐项提示核对；勾选、附件和报告不带。{nameEdition(checklist.edition)}的清单不受影响。
      </p>
      <button type="button" class="button" onClick={() => $earlier.set(null)}>
        不沿用
      </button>
    </div>
  )
}
