import type { Change } from '../../core/checklist/change'
import { type AttachedFile, answerOf, type Checklist } from '../../core/checklist/checklist'
import type { Item } from '../../core/edition/catalogue'
import { attachedReport } from '../../core/report/report'
import { formatSize } from '../../core/text/format'
import { Dialog } from '../ui/Dialog'

interface Props {
  checklist: Checklist
  /** The material that the sealed report is; null where the edition asks for none. */
  item: Item | null
  add: (item: string, input: HTMLInputElement) => Promise<void>
  change: (change: Change) => void
  onClose: () => void
}

/** 报告另附: says which attached file is the report, or adds it. A part of the page: it reads no store. */
export function ReportFileDialog({ checklist, item, add, change, onClose }: Props) {
  const chosen = attachedReport(checklist)
  const files = candidates(checklist, item, chosen)
  const choose = (sha256: string | null) => change({ kind: 'set-report-file', sha256 })
  return (
    <Dialog title="报告另附" onClose={onClose}>
      <p>
        自评报告已经写好、盖好章的（Word、PDF
        或者扫描件），选它就是报告：在材料包里放在最前面，叫“自评报告”；网页上的段落不再生成 Word
        文件，写过的文字都留着。
      </p>
      <fieldset class="choices">
        <legend class="hidden">哪一个是报告</legend>
        <label class="choice">
          <input type="radio" name="report-file" checked={!chosen} onChange={() => choose(null)} />
          在网页上写，不另附
        </label>
        {files.map(({ sha256, name, size }) => (
          <label key={sha256} class="choice">
            <input
              type="radio"
              name="report-file"
              checked={chosen?.sha256 === sha256}
              onChange={() => choose(sha256)}
            />
            <span>
              {name} <small>{formatSize(size)}</small>
            </span>
          </label>
        ))}
      </fieldset>
      {item ? (
        <label class="button add">
          添加报告文件
          <input
            type="file"
            aria-label="添加报告文件"
            onChange={event => {
              void add(item.id, event.currentTarget)
              event.currentTarget.value = ''
            }}
          />
        </label>
      ) : (
        files.length === 0 && <p>先把报告添加到相应的材料项里，再到这里选它。</p>
      )}
      {item && (
        <p>
          加的文件在“{item.id} {item.label}”里，和别的附件一样保存、打包。
        </p>
      )}
    </Dialog>
  )
}

/** The files of the item that is the report, else all; and the one that is chosen, wherever it lies. */
function candidates(checklist: Checklist, item: Item | null, chosen: AttachedFile | null): AttachedFile[] {
  const items = item ? [item.id] : Object.keys(checklist.answers)
  const files = items.flatMap(id => answerOf(checklist, id).files)
  const all = new Map([...files, ...(chosen ? [chosen] : [])].map(file => [file.sha256, file]))
  return [...all.values()]
}
