import type { ComponentChildren } from 'preact'
import { refusalWording } from '../../wording/refusal'
import { usePart } from './usePart'

interface Props<Loaded extends object> {
  load: () => Promise<Loaded>
  /** What is said around the reason where the part did not come. */
  failed?: string
  reassured?: string
  children: (part: Loaded) => ComponentChildren
}

/** What a part of the page draws. It is fetched as soon as this is drawn; nothing stands here until it came. */
export function Part<Loaded extends object>({
  load,
  failed = '没有打开：',
  reassured,
  children,
}: Props<Loaded>) {
  const part = usePart(load, true)
  if (typeof part !== 'string') return <>{part && children(part)}</>
  return (
    <p role="alert">
      {failed}
      {refusalWording[part]}
      {reassured}
    </p>
  )
}
