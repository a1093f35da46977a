import { readPreview } from '../../stores/preview/preview'
import { refusalWording } from '../../wording/refusal'
import { usePart } from '../ui/usePart'
import type { PreviewProps } from './pieces'

/** A file in the page: picture, PDF, Word, Excel, text, sound, film, list of a ZIP; or why it is not shown. Drawn by a part. */
export function Preview(props: PreviewProps) {
  const part = usePart(() => import('./PreviewView'), true)
  if (part === null) return <p class="previewing">正在打开……</p>
  if (typeof part === 'string') return <p role="alert">没有打开：{refusalWording[part]}</p>
  return <part.PreviewView key={props.sha256} read={readPreview} {...props} />
}
