import { answerOf } from '../../core/checklist/checklist'
import { openItems, returnedItems } from '../../core/checklist/returned'
import { isSameWork } from '../../core/checklist/same-work'
import { formatSize } from '../../core/text/format'
import { sayBundleProblem } from '../../wording/bundle'
import { type Mail, sayMailSubject, sayMailText } from '../../wording/sending'
import { DownloadHint } from '../ui/DownloadHint'
import { Field } from './Field'
import type { CardProps } from './pieces'

/** 补充包: the returned items alone, for who has handed in before; handing in the whole again stays possible below. */
export function SupplementCard({ state, actions }: CardProps) {
  const { checklist, supplement, limits, way } = state
  const { returned } = checklist
  const items = returned ? returnedItems(returned) : []
  if (!returned || items.length === 0) return null
  const open = openItems(returned)
  const limit = limits[way]
  const packed = supplement?.state === 'packed' ? supplement : null
  const isCurrent = packed !== null && isSameWork(packed.checklist, checklist)
  const mail = mailOf(state, items)
  return (
    <section class="card supplement" id="supplement" aria-labelledby="supplement-heading">
      <header class="card-head">
        <h2 id="supplement-heading">补充包：只报退回的 {items.length} 项</h2>
        <strong>
          已补好 {items.length - open.length}/{items.length}
        </strong>
      </header>
      {open.length > 0 && (
        <p class="hint">
          还有 {open.length} 项没有勾“已补好”：
          {open.map(item => (
            <a key={item} href={`#item-${item}`}>
              {item}{' '}
            </a>
          ))}
        </p>
      )}
      {returned.fingerprints.length === 0 ? (
        <p class="hint">审核意见里没有写它看的是哪一次的材料包，请在下面整套重新报送。</p>
      ) : (
        <>
          <p>
            别的各项已经收到，不用再报。收件单位会把它和原来的材料包（校验码{' '}
            {returned.fingerprints.join('、')}
            ）合在一起看。也可以在下面整套重新报送。
          </p>
          <button
            type="button"
            class="button primary"
            disabled={supplement?.state === 'packing' || limit === null}
            onClick={() => limit !== null && actions.packSupplement(limit)}
          >
            {supplement?.state === 'packing' ? '正在打包…' : '打成补充包并下载'}
          </button>
        </>
      )}
      <div aria-live="polite">
        {supplement?.state === 'failed' && <p class="wrong">{sayBundleProblem(supplement.problem)}</p>}
        {packed && !isCurrent && <p class="wrong">打包以后又有改动，请重新打一次补充包。</p>}
        {packed && isCurrent && (
          <>
            <ul class="packages">
              {packed.volumes.map(({ fileName, blob }) => (
                <li key={fileName}>
                  <span>{fileName}</span>
                  <small class="is-done">✓ 已交给浏览器下载，{formatSize(blob.size)}</small>
                </li>
              ))}
            </ul>
            <p>
              补充包的校验码 <code>{packed.fingerprint}</code>
              ，像原来的材料包一样发给收件单位；发出以后，在下面“报送”里记一笔。
            </p>
            <Field name="主题" text={sayMailSubject(mail)} copy={actions.copy} />
            <Field name="正文" text={sayMailText(mail)} copy={actions.copy} />
            <DownloadHint />
          </>
        )}
      </div>
    </section>
  )
}

/** What goes with it; of several packages the mails say the same. */
function mailOf({ checklist, catalogue, content, supplement }: CardProps['state'], items: string[]): Mail {
  const { name: unit, contact, phone } = checklist.unit
  const packed = supplement?.state === 'packed' ? supplement : null
  return {
    unit,
    title: `${catalogue.bundleTitle}补充包（退回的 ${items.length} 项）`,
    recipient: content.recipient.name,
    index: 1,
    count: packed?.volumes.length ?? 1,
    files: items.reduce((sum, item) => sum + answerOf(checklist, item).files.length, 0),
    fingerprint: packed?.fingerprint ?? '',
    contact,
    phone,
  }
}
