/**
 * Everything the page draws is legible: a name from somebody's file or bundle never turns around what stands beside it. One
 * hook sees all text and all labels; what a person types in a box stays as it is.
 */
import { options, type VNode } from 'preact'
import { legible } from '../../core/text/legible'

const labels = ['title', 'aria-label', 'alt', 'placeholder'] as const

/** From now on takes direction marks and controls out of whatever Preact draws. */
export function drawLegibly(): void {
  const before = options.vnode
  options.vnode = vnode => {
    before?.(vnode)
    makeLegible(vnode)
  }
}

/** A text is a node without a type, whose props are the text itself. */
function makeLegible(vnode: VNode): void {
  const { type } = vnode
  if (type === null || type === undefined) {
    const text: unknown = vnode.props
    if (typeof text === 'string') Object.assign(vnode, { props: legible(text) })
    return
  }
  if (typeof type !== 'string') return
  const props = vnode.props as Partial<Record<(typeof labels)[number], unknown>>
  for (const label of labels) {
    const value = props[label]
    if (typeof value === 'string') props[label] = legible(value)
  }
}
