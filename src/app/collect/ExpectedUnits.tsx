import { useStore } from '@nanostores/preact'
import { useState } from 'preact/hooks'
import type { Attendance } from '../../core/collect/expected'
import type { Owed } from '../../core/collect/owed'
import { nameKey } from '../../core/text/name-key'
import {
  $expected,
  $expectedProblem,
  confirmUnit,
  forgetExpected,
  readUnitTable,
  separateUnit,
  setExpected,
} from '../../stores/collect/expected'
import { sayExpectedProblem, sayMissing } from '../../wording/collect'
import { refusalWording } from '../../wording/refusal'
import { usePart } from '../ui/usePart'

interface Props {
  attendance: Attendance
  owing: readonly Owed[]
  /** Whether anything came at all. */
  isBegun: boolean
}

/** Who is expected, how many of them handed in, and names that need a person's word. */
export function ExpectedUnits({ attendance, owing, isBegun }: Props) {
  const expected = useStore($expected)
  const { units, source } = expected
  const problem = useStore($expectedProblem)
  const [isEditing, setEditing] = useState(false)
  const part = usePart(() => import('./ExpectedEditor'), isEditing)
  const { present, missing } = attendance
  return (
    <section class="card expected" aria-labelledby="expected-heading">
      <header>
        <h2 id="expected-heading">
          {source === 'none'
            ? '谁还没有报'
            : `应报 ${units.length} 个单位，已报 ${present.length} 个，没有报送 ${missing.length} 个`}
        </h2>
        <button type="button" class="button" aria-expanded={isEditing} onClick={() => setEditing(!isEditing)}>
          {source === 'none' ? '填写应报单位名单' : '修改名单'}
        </button>
      </header>
      {source === 'none' && !isEditing && (
        <p class="more">填上应报单位名单，就能看出谁还没有报，生成催报的话。</p>
      )}
      {problem && (
        <p class="wrong" role="alert">
          {sayExpectedProblem(problem)}
        </p>
      )}
      {isEditing && typeof part === 'string' && <p role="alert">没有打开：{refusalWording[part]}</p>}
      {isEditing && part && typeof part !== 'string' && (
        <part.ExpectedEditor
          expected={expected}
          readTable={readUnitTable}
          keep={setExpected}
          forget={forgetExpected}
          onClose={() => setEditing(false)}
        />
      )}
      {isBegun && <Missing attendance={attendance} owing={owing} />}
      {source !== 'none' && <Unlisted attendance={attendance} />}
      <SameUnits attendance={attendance} />
    </section>
  )
}

/** The units that handed in nothing, by name. */
function Missing({
  attendance: { missing, unlisted },
  owing,
}: {
  attendance: Attendance
  owing: readonly Owed[]
}) {
  if (missing.length === 0) return null
  return (
    <>
      <h3>没有报送的 {missing.length} 个单位</h3>
      <ul class="missing-units">
        {missing.map(one => (
          <li key={one.name}>
            {sayMissing(
              one.name,
              owing.find(({ expected }) => expected === one)?.unread ?? [],
              unlisted.find(({ suggestions: [likeliest] }) => likeliest === one)?.unit,
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

/** Hand-ins of units that are not on the list; the person says which listed unit each is, or none. */
function Unlisted({ attendance: { unlisted } }: { attendance: Attendance }) {
  if (unlisted.length === 0) return null
  return (
    <>
      <h3>报来的单位里，{unlisted.length} 个不在名单上</h3>
      <ul class="unlisted">
        {unlisted.map(({ unit, suggestions }) => (
          <li key={unit}>
            <strong>{unit}</strong>
            {suggestions.length > 0 && <span> 是不是名单上的：</span>}
            {suggestions.map(({ name }) => (
              <button
                key={name}
                type="button"
                class="button"
                aria-label={`${unit}就是${name}`}
                onClick={() => void confirmUnit(unit, name)}
              >
                {name}
              </button>
            ))}
          </li>
        ))}
      </ul>
    </>
  )
}

/** Units that a person (or the list) declared to be the same, each with a button that undoes it. */
function SameUnits({ attendance: { present } }: { attendance: Attendance }) {
  const same = present.filter(({ expected, unit }) =>
    expected.aliases.some(alias => nameKey(alias) === nameKey(unit)),
  )
  if (same.length === 0) return null
  return (
    <ul class="unlisted" aria-label="认作同一个单位的">
      {same.map(({ expected, unit }) => (
        <li key={unit}>
          {unit} 认作 {expected.name}{' '}
          <button
            type="button"
            class="button quiet"
            aria-label={`${unit}不是${expected.name}`}
            onClick={() => void separateUnit(unit)}
          >
            不是同一个
          </button>
        </li>
      ))}
    </ul>
  )
}
