import { importFiles } from '../../stores/restore'

/** 导入材料包: a file input that takes bundles, in any number and order, and text backups. */
export function RestoreInput() {
  return (
    <label class="button add">
      导入材料包
      <input
        type="file"
        multiple
        accept=".zip,.json"
        aria-label="导入材料包"
        onChange={event => {
          void importFiles(event.currentTarget)
          event.currentTarget.value = ''
        }}
      />
    </label>
  )
}
