import { importFiles } from '../../stores/backup/restore'

/** 导入材料包: picks bundles, in any number and order, and text backups. Pieces have any ending: `.001`. */
export function RestoreInput({ label = '导入材料包' }: { label?: string }) {
  return (
    <label class="button add">
      {label}
      <input
        type="file"
        multiple
        aria-label={label}
        onChange={event => {
          void importFiles(Array.from(event.currentTarget.files ?? []))
          event.currentTarget.value = ''
        }}
      />
    </label>
  )
}
