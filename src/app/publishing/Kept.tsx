import { useStore } from '@nanostores/preact'
import { $kept, $storage } from '../../stores/publishing/project'
import { refusalWording } from '../../wording/refusal'

/** Whether the last step is on this computer. */
export function Kept() {
  const kept = useStore($kept)
  const storage = useStore($storage)
  const isLost = kept && ['elsewhere', 'unknown', 'refused'].includes(kept.state)
  return (
    <p class={isLost ? 'wrong' : 'kept'} role="status">
      {storage.kind !== 'durable' && kept && '这个浏览器关掉窗口就不留内容：离开前请点“存成文件”。'}
      {storage.kind === 'durable' && kept?.state === 'saving' && '正在保存……'}
      {storage.kind === 'durable' && kept?.state === 'kept' && '✓ 已保存在这台电脑上'}
      {kept?.state === 'elsewhere' &&
        '没有存下：另一个窗口里也在改这个制作。只留一个窗口；要留这里改的，请点“存成文件”，再刷新本页。'}
      {kept?.state === 'unknown' &&
        '没有存下：这台电脑上存着新版网页做的制作，没有动它。这里做的要留，请点“存成文件”。'}
      {kept?.state === 'refused' && `没有存下：${refusalWording[kept.refusal]}请点“存成文件”。`}
    </p>
  )
}
