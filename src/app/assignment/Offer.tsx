import { useEffect, useState } from 'preact/hooks'
import { type Given, type GivenProblem, readGiven } from '../../core/assignment/link'
import { buildChecklist } from '../../core/checklist/checklist'
import { sectionsOf } from '../../core/checklist/progress'
import { titleSection } from '../../core/checklist/section-name'
import type { Catalogue } from '../../core/edition/catalogue'
import { sayGivenProblem } from '../../wording/assignment'
import type { OfferProps } from './pieces'

/** What a team was given: whose, which rows, whom to hand them back to; 开始填写. What was begun before is opened at once. */
export function Offer({ catalogue, given, findPart, begin, onLeave, Import }: OfferProps) {
  const read = readGiven(catalogue, given)
  const [isFailed, setFailed] = useState(false)
  const isBegun = 'team' in read && findPart(read) !== null
  const start = () => 'team' in read && void begin(read).then(isDone => setFailed(!isDone))
  useEffect(() => {
    if (isBegun) start()
  }, [])
  if (isBegun) return null
  return (
    <div class="width stack narrow page">
      <section class="card offer">
        {'team' in read ? (
          <>
            <h1>
              {read.unit.name} · {read.team}
            </h1>
            <p>
              本单位联络员{sayContact(read)}把下面的材料分给了{read.team}
              。在这里备材料、写报告段落，做完下载压缩包交回给联络员，由联络员合并、统一报送。
            </p>
            <Rows catalogue={catalogue} given={read} />
            <p>填写的文字和添加的文件只保存在这台电脑的这个浏览器里，不会上传。请勿录入涉密内容。</p>
            <div class="actions">
              <button type="button" class="button primary" onClick={start}>
                开始填写
              </button>
              <button type="button" class="button" onClick={onLeave}>
                不填这一份
              </button>
            </div>
            {isFailed && (
              <p class="wrong" role="alert">
                没有开始：浏览器没有保存成功。分工没有丢，请再点一次“开始填写”。
              </p>
            )}
          </>
        ) : (
          <>
            <h1>分工没有打开</h1>
            <p class="wrong" role="alert">
              {sayGivenProblem(read as GivenProblem)}
            </p>
            <div class="actions">
              <Import label="打开分工文件" />
              <button type="button" class="button" onClick={onLeave}>
                不打开了
              </button>
            </div>
          </>
        )}
      </section>
    </div>
  )
}

function sayContact({ unit }: Given): string {
  const who = [unit.contact, unit.phone].filter(Boolean).join(' ')
  return who && `（${who}）`
}

function Rows({ catalogue, given }: { catalogue: Catalogue; given: Given }) {
  const { of, team, items, unit, edition } = given
  const empty = { ...buildChecklist(of, edition, unit, new Date(0)), part: { of, team, items } }
  return (
    <ul class="offered">
      {sectionsOf(catalogue, empty).map(section => {
        const counted = section.items.filter(item => item.counted).length
        return (
          <li key={section.id}>
            <span>{titleSection(section)}</span>
            <small>{counted > 0 ? `${counted} 项` : '选填'}</small>
          </li>
        )
      })}
    </ul>
  )
}
