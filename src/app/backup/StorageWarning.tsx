import type { StorageMode } from '../../stores/units'
import { storageWording } from '../../wording/checklist'
import { ExportRaw } from './UnreadableUnits'

interface Props {
  storage: StorageMode
  /** False where it failed. */
  exportRaw: (key: string | null) => Promise<boolean>
}

/** Says how long what is filled in will last, where the browser does not keep it. */
export function StorageWarning({ storage, exportRaw }: Props) {
  if (storage.kind === 'durable') return null
  const isNewer = storage.kind === 'memory' && storage.reason === 'VersionError'
  return (
    <div class="banner warning" role="alert">
      <div class="width">
        <strong>{storageWording[isNewer ? 'newer' : storage.kind]}</strong>
        {storage.kind === 'memory' && `（${storage.reason}）`}{' '}
        {isNewer && <ExportRaw recordKey={null} exportRaw={exportRaw} />}
      </div>
    </div>
  )
}
