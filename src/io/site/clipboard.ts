import { legible } from '../../core/text/legible'

/** Puts a text on the clipboard as it is read, also where there is no secure context. @returns true where the browser put it there */
export async function copyText(original: string): Promise<boolean> {
  const text = legible(original)
  if (navigator.clipboard) {
    const isDone = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    )
    if (isDone) return true
  }
  const box = document.createElement('textarea')
  box.value = text
  box.className = 'hidden'
  document.body.append(box)
  box.select()
  const isDone = document.execCommand('copy')
  box.remove()
  return isDone
}
