import type { ComponentChildren } from 'preact'
import { unsplitLimit } from '../../core/bundle/volumes'
import { answerOf, type FileUse, sumFiles, unsortedPlace, usedFiles } from '../../core/checklist/checklist'
import { hintOf, isDone } from '../../core/checklist/progress'
import { attachedReport, countWritten } from '../../core/report/report'
import { formatMinute, formatSize } from '../../core/text/format'
import type { Check } from '../../stores/sending/check'
import { hintWording } from '../../wording/checklist'
import { refusalWording } from '../../wording/refusal'
import type { CardProps } from './pieces'

/** 检查: one list of what is missing, odd, too large or damaged, each with the way there. */
export function CheckCard({ state, actions }: CardProps) {
  const { sections, checklist, check, catalogue } = state
  const items = sections.flatMap(section => section.items)
  const missing = items.filter(item => item.counted && !isDone(answerOf(checklist, item.id)))
  const odd = items.flatMap(({ id, ...item }) => {
    const hint = hintOf({ id, ...item }, answerOf(checklist, id))
    return hint ? [{ id, text: hintWording[hint] }] : []
  })
  const files = items.flatMap(({ id }) => answerOf(checklist, id).files.map(file => ({ id, file })))
  const large = files.filter(({ file }) => file.size > unsplitLimit)
  const attached = attachedReport(checklist)
  const [written, paragraphs] = countWritten(catalogue, checklist)
  return (
    <section class="card" id="check" aria-labelledby="check-heading">
      <header class="card-head">
        <h2 id="check-heading">检查</h2>
        {check.state === 'done' && <small>{formatMinute(check.at)} 检查过</small>}
        {check.state === 'checking' ? (
          <button type="button" class="button" onClick={actions.cancelCheck}>
            停止检查
          </button>
        ) : (
          <button type="button" class="button" onClick={actions.runCheck}>
            {check.state === 'idle' ? '检查' : '再检查一次'}
          </button>
        )}
      </header>
      <ul class="checked" aria-live="polite">
        <Files check={check} uses={usedFiles(checklist)} />
        {missing.length > 0 ? (
          <Row name={`! 还缺 ${missing.length} 项`}>
            <Links entries={missing} />
          </Row>
        ) : (
          <Row name="✓ 材料项">全部完成</Row>
        )}
        {odd.length > 0 && (
          <Row name={`! 再看一下 ${odd.length} 项`}>
            <Links entries={odd} />
          </Row>
        )}
        {large.length > 0 && (
          <Row name="! 文件太大">
            <Links
              entries={large.map(({ id, file }) => ({
                id,
                text: `${file.name}（${formatSize(file.size)}），邮箱的普通附件发不了`,
              }))}
            />
          </Row>
        )}
        {checklist.unsorted.length > 0 && (
          <Row name="! 待归类">
            {checklist.unsorted.length} 个文件没有归到哪一项，打包时会问要不要放进去{' '}
            <a href="#unsorted">去归类</a>
          </Row>
        )}
        {paragraphs > 0 && (
          <Row name={written < paragraphs ? '! 没写完' : '✓ 自评报告'}>
            {attached ? `另附：${attached.name}` : `${paragraphs} 段，写了 ${written} 段`}{' '}
            {written < paragraphs && <a href="#report">去写</a>}
          </Row>
        )}
      </ul>
      <p class="content">
        {checklist.part
          ? '没有齐也可以先交，补齐以后再交一次。'
          : '没有齐也可以先报，补齐以后再报一次，以最后一次为准。'}
      </p>
    </section>
  )
}

function Row({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <li class={name.startsWith('✓') ? 'is-done' : 'is-open'}>
      <strong>{name}</strong>
      <div>{children}</div>
    </li>
  )
}

/** The first few, the others folded away. */
function Links({ entries }: { entries: readonly { id: string; text: string }[] }) {
  const link = ({ id, text }: { id: string; text: string }) => (
    <p key={id + text}>
      <a href={`#item-${id}`}>{id}</a> {text}
    </p>
  )
  return (
    <>
      {entries.slice(0, 3).map(link)}
      {entries.length > 3 && (
        <details>
          <summary>还有 {entries.length - 3} 项</summary>
          {entries.slice(3).map(link)}
        </details>
      )}
    </>
  )
}

function Files({ check, uses }: { check: Check; uses: readonly FileUse[] }) {
  switch (check.state) {
    case 'idle':
      return <Row name="! 文件">{sumFiles(uses).files} 个，还没有逐个重读。点“检查”看有没有损坏。</Row>
    case 'checking':
      return (
        <Row name="· 文件">
          正在逐个重读，{formatSize(check.bytesRead)} / {formatSize(check.bytes)}
          <progress value={check.bytesRead} max={check.bytes} aria-label="检查进度" />
        </Row>
      )
    case 'stopped':
      return <Row name="! 没有查完">{refusalWording[check.refusal]}清单和文件都没有改动。</Row>
    case 'done': {
      const { damaged, findings, hashes } = check
      // A smaller copy was made of a file that was read.
      const later = uses.filter(({ file }) => !file.smallerOf && !hashes.has(file.sha256))
      const added = sumFiles(later).files
      return (
        <>
          {damaged.length + findings.length === 0 ? (
            <Row name="✓ 文件完好">
              {check.files} 个文件逐个重读，与添加时一样；打成的材料包按收件核验的规则检查，没有问题。
            </Row>
          ) : (
            <Row name={`! 有 ${damaged.length + findings.length} 处问题`}>
              {damaged.map(({ item, name, isMissing }) => (
                <p key={item + name}>
                  <a href={item === unsortedPlace ? '#unsorted' : `#item-${item}`}>{item || '待归类'}</a>{' '}
                  <strong>{name}</strong>{' '}
                  {isMissing
                    ? '内容不在这台电脑上，请重新添加这个文件。'
                    : '保存的内容读不出来，或者与添加时不一致，请重新添加这个文件。'}
                </p>
              ))}
              {findings.length > 0 && (
                <p>收件单位核验时会看到下面的话。请把说到的文件重新添加，再检查一次：</p>
              )}
              {findings.map((finding, i) => (
                <p key={i}>{finding}</p>
              ))}
            </Row>
          )}
          {added > 0 && <Row name="! 有新文件">检查以后又有 {added} 个文件，请再检查一次。</Row>}
        </>
      )
    }
  }
}
