import { useEffect, useState } from 'preact/hooks'
import { type Given, type GivenProblem, readGiven } from '../../core/assignment/link'
import { buildChecklist, nameContact } from '../../core/checklist/checklist'
import { sectionsOf } from '../../core/checklist/progress'
import { titleSection } from '../../core/checklist/section-name'
import type { Catalogue } from '../../core/edition/catalogue'
import { isInsideChat } from '../../core/site/browser'
import { sayGivenProblem } from '../../wording/assignment'
import type { OfferProps } from './pieces'

/** What a team was given: whose, which rows, whom to hand them back to; 开始填写. What was begun before is opened at once. */
export function Offer(props: OfferProps) {
  const { catalogue, given, findParts, begin, onLeave } = props
  const read = readGiven(catalogue, given)
  const [isFailed, setFailed] = useState(false)
  // As it was when this was opened: the part that is begun now is none that was there.
  const [parts] = useState(() => ('team' in read ? findParts(read) : []))
  const leave = () => {
    forgetAddress()
    onLeave()
  }
  if (!('team' in read)) return <NotOpened {...props} problem={read} onLeave={leave} />
  const own = parts.find(({ team }) => team === read.team)
  const start = (id: string | null) => {
    setFailed(false)
    void begin(read, id).then(
      isDone => (isDone ? forgetAddress() : setFailed(true)),
      () => setFailed(true),
    )
  }
  return (
    <div class="width stack narrow page">
      {own && <AtOnce start={() => start(own.id)} />}
      {(!own || isFailed) && (
        <section class="card offer">
          <h1>
            {read.unit.name} · {read.team}
          </h1>
          <p>
            本单位联络员{sayContact(read)}把下面的材料分给了{read.team}
            。在这里备材料、写报告段落，做完下载压缩包交回给联络员，由联络员合并、统一报送。
          </p>
          {isInsideChat(navigator.userAgent) ? (
            <p class="hint">微信、QQ 里的窗口保存不了材料包。请按上面的提示，在浏览器中打开本页再填。</p>
          ) : (
            <>
              <p>填写的文字和添加的文件只保存在这台电脑的这个浏览器里，不会上传。请勿录入涉密内容。</p>
              {!own && parts.length > 0 && (
                <p>
                  这台电脑上已有{parts.map(({ team }) => `“${team}”`).join('、')}
                  的一份。股室只是改了名称的，请接着填那一份，填过的都在。
                </p>
              )}
              <div class="actions">
                <button type="button" class="button primary" onClick={() => start(own?.id ?? null)}>
                  开始填写
                </button>
                {!own &&
                  parts.map(({ id, team }) => (
                    <button key={id} type="button" class="button" onClick={() => start(id)}>
                      接着填“{team}”那一份
                    </button>
                  ))}
                <button type="button" class="button" onClick={leave}>
                  不填这一份
                </button>
              </div>
            </>
          )}
          {isFailed && (
            <p class="wrong" role="alert">
              没有开始：浏览器没有保存成功。分工没有丢，请再点一次“开始填写”。
            </p>
          )}
          <h2>分给{read.team}的材料</h2>
          <Rows catalogue={catalogue} given={read} />
        </section>
      )}
    </div>
  )
}

/** Starts when it is drawn first. */
function AtOnce({ start }: { start: () => void }) {
  useEffect(start, [])
  return null
}

/** Why a link or a file gives nothing, and what to do. */
function NotOpened({ given, problem, onLeave, Import, EditionPage }: OfferProps & { problem: GivenProblem }) {
  return (
    <div class="width stack narrow page">
      <section class="card offer">
        <h1>分工没有打开</h1>
        <p class="wrong" role="alert">
          {sayGivenProblem(problem)}
        </p>
        <div class="actions">
          {problem.code === 'other-edition' ? (
            <EditionPage edition={problem.edition} query={`?assign=${encodeURIComponent(given)}`} />
          ) : (
            <Import label="打开分工文件" />
          )}
          <button type="button" class="button" onClick={onLeave}>
            不打开了
          </button>
        </div>
      </section>
    </div>
  )
}

/** Takes the link out of the address, so that 刷新 shows what is open. */
function forgetAddress(): void {
  if (/^http/.test(location.protocol) && location.search !== '')
    history.replaceState(history.state, '', location.pathname + location.hash)
}

function sayContact({ unit }: Given): string {
  const who = nameContact(unit)
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
            <span>
              {titleSection(section)}
              {section.indicator && <small>{section.indicator.content}</small>}
            </span>
            <small>{counted > 0 ? `${counted} 项` : '选填'}</small>
          </li>
        )
      })}
    </ul>
  )
}
