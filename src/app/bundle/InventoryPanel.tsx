import type { Inventory } from '../../stores/bundle/inventory'
import { sayReportProblem } from '../../wording/bundle'

/** The progress of 打印目录 until its preview is shown, or the reason why there is none. */
export function InventoryPanel({ inventory, close }: { inventory: Inventory; close: () => void }) {
  if (inventory.state !== 'writing' && inventory.state !== 'failed') return null
  return (
    <section class="packing" aria-label="材料目录" aria-live="polite">
      <div class="width">
        <div class="packing-body">
          {inventory.state === 'writing' && <p>正在生成…</p>}
          {inventory.state === 'failed' && <p class="wrong">{sayReportProblem(inventory.problem)}</p>}
        </div>
        {inventory.state === 'failed' && (
          <button type="button" class="button" onClick={close}>
            知道了
          </button>
        )}
      </div>
    </section>
  )
}
