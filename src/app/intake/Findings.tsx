import { useState } from 'preact/hooks'
import { countErrors } from '../../core/bag/finding'
import { type HandIn, type HandInFinding, hasFiles } from '../../core/intake/hand-in'
import { isNotice } from '../../core/intake/soundness'
import { sayHandInFinding } from '../../wording/intake'

/** Shown at once; a bundle whose manifest is gone can have thousands. */
const most = 30

/** The errors of a hand-in, and apart from them what is only odd. */
export function Findings({ handIn }: { handIn: HandIn }) {
  const notices = handIn.findings.filter(isNotice)
  const errors = handIn.findings.filter(finding => !isNotice(finding))
  return (
    <>
      {errors.length === 0 && hasFiles(handIn) && (
        <p class="complete">✓ 收到的文件逐个核对，与打包时完全一致。</p>
      )}
      {errors.length === 0 && !hasFiles(handIn) && (
        <p class="wrong">包里没有附件，没有材料可以核对。目录、填报清单与打包时一致。</p>
      )}
      {errors.length > 0 && (
        <FindingList
          heading={`核验发现 ${countErrors(errors.map(({ finding }) => finding))} 处问题`}
          findings={errors}
          handIn={handIn}
        />
      )}
      {notices.length > 0 && (
        <FindingList
          heading={`另外 ${notices.length} 处情况，不影响使用`}
          findings={notices}
          handIn={handIn}
        />
      )}
    </>
  )
}

interface ListProps {
  heading: string
  findings: readonly HandInFinding[]
  handIn: HandIn
}

function FindingList({ heading, findings, handIn }: ListProps) {
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? findings : findings.slice(0, most)
  return (
    <section>
      <h3>{heading}</h3>
      <ul class="findings">
        {shown.map((finding, i) => (
          <li key={i}>{sayHandInFinding(finding, handIn)}</li>
        ))}
      </ul>
      {shown.length < findings.length && (
        <button type="button" class="button" onClick={() => setWhole(true)}>
          显示全部 {findings.length} 处
        </button>
      )}
    </section>
  )
}
