import { useStore } from '@nanostores/preact'
import { $silence, stopWaiting } from '../stores/opening'
import { silenceWording } from '../wording/checklist'

/** Says that the browser does not answer, for as long as it does not. */
export function SilenceBanner() {
  const silence = useStore($silence)
  if (!silence) return null
  return (
    <div class="banner warning" role="alert">
      <div class="width">
        {silenceWording[silence]}{' '}
        <button type="button" class="button" onClick={stopWaiting}>
          不等了，再试
        </button>
      </div>
    </div>
  )
}
