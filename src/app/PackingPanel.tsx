import { useStore } from '@nanostores/preact'
import type { Checklist } from '../core/checklist'
import { formatSize } from '../core/format'
import { progressOf, sectionsOf } from '../core/progress'
import { $packing, forgetPacking } from '../stores/bundle'
import { sayBundleProblem } from '../wording'
import type { PageContent } from './start'

/** What became of the bundle: handed to the browser, or why not. */
export function PackingPanel({ content, checklist }: { content: PageContent; checklist: Checklist }) {
  const packing = useStore($packing)
  if (packing.state === 'idle') return null
  const sections = sectionsOf(content.catalogue, checklist)
  const progress = progressOf(
    sections.flatMap(section => section.items),
    checklist,
  )
  const open = progress.total - progress.done
  return (
    <section class="packing" aria-label="材料包" aria-live="polite">
      <div class="width">
        {packing.state === 'packing' && <p>正在打包…</p>}
        {packing.state === 'failed' && <p class="wrong">{sayBundleProblem(packing.problem)}</p>}
        {packing.state === 'handed-over' && (
          <div>
            <p>
              <strong>已交给浏览器下载：{packing.bundle.fileName}</strong>（{packing.bundle.files} 个文件，
              {formatSize(packing.bundle.blob.size)}）
            </p>
            <p>
              {open > 0 ? `这一包里还缺 ${open} 项，补齐后请再下载一次。` : '材料项全部完成。'}校验码{' '}
              <code>{packing.bundle.fingerprint}</code>
            </p>
            {!isSecureContext && (
              <p>
                浏览器如果提示“无法安全下载”或把文件拦下，请在下载提示里点“保留”（或“…”里的“保留”）。没有看到文件，可以再点一次“下载材料包”。
              </p>
            )}
          </div>
        )}
        {packing.state !== 'packing' && (
          <button type="button" class="button" onClick={forgetPacking}>
            知道了
          </button>
        )}
      </div>
    </section>
  )
}
