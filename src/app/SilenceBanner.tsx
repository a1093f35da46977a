import { useStore } from '@nanostores/preact'
import { $silence, stopWaiting } from '../stores/opening'
import { silenceWording } from '../wording/checklist'

/** Says that the browser does not answer, for as long as it does not; in the tray, since the top may be scrolled away. */
export function SilenceBanner() {
  const silence = useStore($silence)
  if (!silence) return null
  return (
    <section class="packing" role="alert">
      <div class="width">
        <p class="packing-body">{silenceWording[silence]}</p>
        <button type="button" class="button" onClick={stopWaiting}>
          不等了，再试
        </button>
      </div>
    </section>
  )
}
