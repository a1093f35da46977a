import { useEffect, useState } from 'preact/hooks'
import { smallerCopies } from '../../core/checklist/smaller'
import { findPhotos } from '../../core/sending/photos'
import { formatSize } from '../../core/text/format'
import { refusalWording } from '../../wording/refusal'
import { leftAloneWording } from '../../wording/sending'
import { Dialog } from '../ui/Dialog'
import type { CardProps } from './pieces'

/** 照片太大: offers smaller copies where that saves mails, with an example; nothing is shrunk unasked. */
export function PhotosCard({ state, actions }: CardProps) {
  const { checklist, shrinking, example, outlines } = state
  const mails = outlines.mail?.length ?? 0
  const [after, setAfter] = useState(0)
  const [isComparing, setComparing] = useState(false)
  const { photos, others, bytes, smaller } = findPhotos(checklist)
  const copies = smallerCopies(checklist)
  const isOffered = mails > 1 && photos.length > 0 && smaller < 0.9 * bytes
  useEffect(() => {
    const [largest] = photos
    if (!isOffered || !largest) return
    actions.showExample(largest)
    actions.countMailsWithCopies().then(setAfter, () => undefined)
  }, [isOffered, bytes])
  if (!isOffered && copies.uses === 0 && !shrinking) return null
  const isBusy = shrinking && !shrinking.isOver
  return (
    <section class="card" id="photos" aria-labelledby="photos-heading">
      <header class="card-head">
        <h2 id="photos-heading">照片太大</h2>
      </header>
      <div aria-live="polite">
        {shrinking && (
          <p class={shrinking.refusal ? 'wrong' : ''}>
            {isBusy
              ? `正在缩小，${shrinking.done} / ${shrinking.total} 张`
              : `${shrinking.refusal ? `没有做完：${refusalWording[shrinking.refusal]}` : ''}缩小了 ${shrinking.made} 张，其余的没有动。`}
          </p>
        )}
        {isBusy && <progress value={shrinking.done} max={shrinking.total} aria-label="缩小进度" />}
        {shrinking?.isOver && shrinking.left.length > 0 && (
          <details>
            <summary>没有缩小的 {shrinking.left.length} 张</summary>
            {shrinking.left.map(({ name, reason }) => (
              <p key={name}>
                {name}：{leftAloneWording[reason]}
              </p>
            ))}
          </details>
        )}
      </div>
      {isBusy ? (
        <button type="button" class="button" onClick={actions.cancelShrinking}>
          停止
        </button>
      ) : (
        <>
          {copies.uses > 0 && (
            <p class="undo">
              ✓ 用了 {copies.uses} 张缩小的照片，省下 {formatSize(copies.bytes)}。原图在“最近移除的文件”里。
              <button type="button" class="button" onClick={actions.bringBackPhotos}>
                撤销，用回原图
              </button>
            </p>
          )}
          {isOffered && !shrinking && (
            <>
              <p>
                把 {photos.length} 张照片缩小（建议）：
                <strong>
                  约 {formatSize(bytes)} → {formatSize(smaller)}
                  {after > 0 && after < mails && `，${mails} 封邮件 → ${after} 封`}
                </strong>
              </p>
              <p class="content">
                每张仍有 2000 像素宽，打印、放大看字都清楚；方向、拍摄时间不变。上级要原图时，随时可以撤销。
                {others > 0 && `另有 ${others} 张 PNG、HEIC 等格式的图片不缩小。`}
              </p>
              <div class="actions">
                <button type="button" class="button" onClick={() => actions.shrinkPhotos(photos)}>
                  缩小 {photos.length} 张照片
                </button>
                {example && (
                  <button type="button" class="button" onClick={() => setComparing(true)}>
                    比一比：原图 {formatSize(example.original.size)}，缩小后 {formatSize(example.copy.size)}
                  </button>
                )}
              </div>
            </>
          )}
          {shrinking?.isOver && (
            <button type="button" class="button" onClick={actions.dismissShrinking}>
              知道了
            </button>
          )}
        </>
      )}
      {isComparing && example && (
        <Dialog title={example.photo.name} onClose={() => setComparing(false)}>
          <div class="compared">
            <Picture blob={example.original} name="原图" />
            <Picture blob={example.copy} name="缩小后" />
          </div>
        </Dialog>
      )}
    </section>
  )
}

function Picture({ blob, name }: { blob: Blob; name: string }) {
  const [url, setUrl] = useState('')
  useEffect(() => {
    const made = URL.createObjectURL(blob)
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [blob])
  return (
    <figure>
      <figcaption>
        {name} {formatSize(blob.size)}
      </figcaption>
      {url && <img src={url} alt={name} />}
    </figure>
  )
}
