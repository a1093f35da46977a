/** Dragging from a file manager onto the page: DevTools gives the page real files and folders, as a person's mouse does. */
import type { Locator } from 'playwright/test'

/** Drops what lies at `paths`, files and folders, on `target`. */
export async function dropPaths(target: Locator, paths: readonly string[]): Promise<void> {
  await target.scrollIntoViewIfNeeded()
  const box = await target.boundingBox()
  if (box === null) throw new Error('The target of the drop is not on the screen.')
  const at = { x: box.x + box.width / 2, y: box.y + Math.min(box.height / 2, 60) }
  const data = { items: [], files: [...paths], dragOperationsMask: 1 }
  const session = await target.page().context().newCDPSession(target.page())
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, ...at, data })
  await session.detach()
}
