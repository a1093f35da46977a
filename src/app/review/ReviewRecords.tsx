import { useStore } from '@nanostores/preact'
import {
  $records,
  chooseOther,
  dismissRecords,
  exportReviews,
  importReviews,
} from '../../stores/review/records'
import { DownloadHint } from '../ui/DownloadHint'
import { usePart } from '../ui/usePart'

/** 导出审核记录 and 导入: two people share the work, each on a computer of her own. */
export function RecordButtons() {
  return (
    <>
      <button type="button" class="button" onClick={() => void exportReviews()}>
        导出审核记录
      </button>
      <label class="button add">
        导入审核记录
        <input
          type="file"
          accept=".json"
          aria-label="导入审核记录"
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? []
            if (file) void importReviews(file)
            currentTarget.value = ''
          }}
        />
      </label>
    </>
  )
}

/** What came of it. */
export function RecordStatus() {
  const records = useStore($records)
  const part = usePart(() => import('./RecordResult'), records.state !== 'idle')
  if (records.state === 'idle' || part === null || typeof part === 'string') return null
  return (
    <part.RecordResult
      records={records}
      hint={<DownloadHint />}
      onChoose={chooseOther}
      onDismiss={dismissRecords}
    />
  )
}
