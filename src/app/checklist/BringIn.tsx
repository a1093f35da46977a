import { bringPicked } from './bring'

/** Where files come in that have no item yet: picked, as a whole folder, or photographed; dropped they may be anywhere. */
export function BringIn() {
  return (
    <section class="bring-in" aria-label="放进文件">
      <p>
        <strong>文件、整个文件夹，拖进这个页面就行。</strong>
        <small>拖到某一项上，就归到那一项；拖到别处，先放进“待归类”。</small>
      </p>
      <div class="actions">
        <Pick label="拍照" accept="image/*" capture="environment" />
        <Pick label="选择文件" />
        <Pick label="添加整个文件夹" {...{ webkitdirectory: true }} />
      </div>
    </section>
  )
}

function Pick({ label, ...how }: { label: string; accept?: string; capture?: 'environment' }) {
  return (
    <label class={`button add${how.capture ? ' for-phone' : ''}`}>
      {label}
      <input
        type="file"
        multiple={!how.capture}
        aria-label={label}
        {...how}
        onChange={event => {
          bringPicked(event.currentTarget)
          // Otherwise picking the same file again fires no event.
          event.currentTarget.value = ''
        }}
      />
    </label>
  )
}
