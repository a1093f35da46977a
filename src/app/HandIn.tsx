import { useStore } from '@nanostores/preact'
import { answerOf, type Checklist } from '../core/checklist/checklist'
import { hintOf, isDone, type Progress, type Section } from '../core/checklist/progress'
import { countWritten } from '../core/report/report'
import { formatSize } from '../core/text/format'
import { $adding } from '../stores/adding'
import { $inventory, showInventory } from '../stores/bundle/inventory'
import { $precheck, runPrecheck } from '../stores/bundle/precheck'
import { getCatalogue } from '../stores/page'
import { hintWording } from '../wording/checklist'
import { KeepSafe } from './backup/KeepSafe'
import { RemovedFiles } from './checklist/RemovedFiles'

interface Props {
  sections: Section[]
  checklist: Checklist
  progress: Progress
}

/** 报送前核对: the bundle's contents and what is still missing, ways to print, back up and restore, and the removed files. */
export function HandIn({ sections, checklist, progress }: Props) {
  const inventory = useStore($inventory)
  const precheck = useStore($precheck)
  // What is checked now would lack the files that are still being added.
  const isAdding = useStore($adding).total > 0
  const [written, fields] = countWritten(getCatalogue(), checklist)
  const items = sections.flatMap(section => section.items)
  const missing = items.filter(item => item.counted && !isDone(answerOf(checklist, item.id)))
  const hinted = items.flatMap(item => {
    const hint = hintOf(item, answerOf(checklist, item.id))
    return hint ? [{ item, hint }] : []
  })
  return (
    <section class="card hand-in" id="hand-in" aria-labelledby="hand-in-heading">
      <header>
        <h2 id="hand-in-heading">报送前核对</h2>
        <p class="content">
          材料项 {progress.total} 项，已完成 {progress.done} 项，未完成 {missing.length} 项；附件{' '}
          {progress.files} 个，共 {formatSize(progress.bytes)}。没有齐也可以先下载，补充以后再下载一次。
        </p>
        {checklist.unsorted.length > 0 && (
          <p class="hint">
            另有 {checklist.unsorted.length} 个文件在<a href="#unsorted">待归类</a>
            里，没有归到材料项；下载材料包时会问怎么办。
          </p>
        )}
      </header>
      {missing.length === 0 ? (
        <p class="complete">✓ 材料项全部完成，可以下载材料包。</p>
      ) : (
        <>
          <h3>还没有完成的 {missing.length} 项</h3>
          <ul class="links">
            {missing.map(({ id, text }) => (
              <li key={id}>
                <a href={`#item-${id}`}>{id}</a> {text}
              </li>
            ))}
          </ul>
        </>
      )}
      {hinted.length > 0 && (
        <>
          <h3>请再看一下的 {hinted.length} 项</h3>
          <ul class="links">
            {hinted.map(({ item, hint }) => (
              <li key={item.id}>
                <a href={`#item-${item.id}`}>{item.id}</a> {hintWording[hint]}
              </li>
            ))}
          </ul>
        </>
      )}
      <div class="actions">
        <button
          type="button"
          class="button"
          disabled={inventory.state === 'writing'}
          onClick={() => void showInventory()}
        >
          打印目录
        </button>
        <button
          type="button"
          class="button"
          disabled={isAdding || precheck.state === 'checking'}
          onClick={() => void runPrecheck()}
        >
          预检
        </button>
        <a class="button" href="#report">
          自评报告 已写 {written}/{fields} 段
        </a>
      </div>
      <KeepSafe checklist={checklist} />
      {checklist.removed.length > 0 && <RemovedFiles checklist={checklist} />}
    </section>
  )
}
