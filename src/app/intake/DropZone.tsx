import { useStore } from '@nanostores/preact'
import { $dropRefusal, takePicked } from '../../stores/intake/arrivals'
import { getCatalogue } from '../../stores/page'
import { refusalWording } from '../../wording/refusal'
import { intakeContent } from '../ui/page-content'
import { useDraggedFiles } from '../ui/useDraggedFiles'

/** Where bundles are dropped or picked; before the first one it says what happens to them. */
export function DropZone({ isEmpty }: { isEmpty: boolean }) {
  const { label } = getCatalogue()
  const { deadlineText, singleFile } = intakeContent()
  const refusal = useStore($dropRefusal)
  const isOver = useDraggedFiles()
  return (
    <section
      class={`drop-zone${isOver ? ' is-target' : ''}${isEmpty ? '' : ' is-small'}`}
      aria-label="添加材料包"
    >
      <h1 class={isEmpty ? undefined : 'hidden'}>收件核验</h1>
      <p class="drop-line">
        <span>
          {isEmpty ? '把各单位报来的材料包拖到这里：压缩包可以多选，也可以整个文件夹' : '继续拖入材料包，或'}
        </span>
        <PickFiles />
        <PickFolder />
      </p>
      <p class="where">
        {isEmpty
          ? '只在这台电脑上核验，不上传，也不保存材料：刷新或关闭本页以后，再拖进来一次就行；您的审核意见、确定的事项、输入的校验码会记在这台电脑上。'
          : '不上传，不保存材料；审核意见记在这台电脑上。'}
      </p>
      {isEmpty && (
        <ul class="what">
          <li>几十个一次拖进来，分卷的、先后报了两次的、混着别的文件的，都不用先整理，也不用解压。</li>
          <li>每个文件逐个核对校验值，缺了、改了、多了都会指出是哪一个；一个包有问题，不影响其他的。</li>
          <li>
            {label}
            {deadlineText && `，报送时限 ${deadlineText}`}。
          </li>
          {singleFile && (
            <li>
              不能上网的电脑：
              <a href={singleFile} download={`${label}收件核验（离线版）.html`}>
                下载离线版
              </a>
              ，一个文件，双击打开就能用。
            </li>
          )}
        </ul>
      )}
      {refusal && (
        <p class="wrong" role="alert">
          拖进来的文件夹没有读出来：{refusalWording[refusal]}
        </p>
      )}
    </section>
  )
}

function PickFiles() {
  return (
    <label class="button primary add">
      选择材料包
      <input type="file" multiple aria-label="选择材料包" onChange={event => pick(event.currentTarget)} />
    </label>
  )
}

function PickFolder() {
  return (
    <label class="button add">
      选择文件夹
      <input
        type="file"
        multiple
        aria-label="选择文件夹"
        // Not among the attributes that Preact's types know.
        ref={input => input?.setAttribute('webkitdirectory', '')}
        onChange={event => pick(event.currentTarget)}
      />
    </label>
  )
}

function pick(input: HTMLInputElement): void {
  takePicked(input)
  // Emptied, since picking the same file again would fire no event.
  input.value = ''
}
