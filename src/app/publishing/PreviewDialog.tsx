import { useEffect, useState } from 'preact/hooks'
import { Dialog } from '../ui/Dialog'

interface Shown {
  title: string
  path: string
  draw: () => string
}

/** Each page as it will be, in a frame of its own origin: what is tried there is not kept anywhere. */
export function PreviewDialog({ pages, onClose }: { pages: readonly Shown[]; onClose: () => void }) {
  const [path, setPath] = useState(pages[0]?.path ?? '')
  const [address, setAddress] = useState('')
  useEffect(() => {
    const page = pages.find(page => page.path === path)
    if (!page) return
    const url = URL.createObjectURL(new Blob([page.draw()], { type: 'text/html' }))
    setAddress(url)
    return () => URL.revokeObjectURL(url)
  }, [path])
  return (
    <Dialog title="看每一页" onClose={onClose}>
      <label class="field">
        <span>看哪一页</span>
        <select value={path} onChange={({ currentTarget }) => setPath(currentTarget.value)}>
          {pages.map(({ path, title }) => (
            <option key={path} value={path}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <p class="second">这里填的不保存，页面之间的链接也不通；放到网上或发出去以后都是通的。</p>
      {address && <iframe class="publish-preview" title="预览" sandbox="allow-scripts" src={address} />}
    </Dialog>
  )
}
