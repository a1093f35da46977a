import type { Change } from '../../core/checklist/change'
import { type Checklist, sumFiles, usedFiles } from '../../core/checklist/checklist'
import { progressOf, sectionsOf } from '../../core/checklist/progress'
import { isSameWork } from '../../core/checklist/same-work'
import type { Catalogue } from '../../core/edition/catalogue'
import { formatSize } from '../../core/text/format'
import type { PackedState, Packing, UnsortedAnswer } from '../../stores/bundle/bundle'
import { sayBundleProblem, sayPackedFiles } from '../../wording/bundle'
import { TickAll } from '../checklist/TickAll'
import { DownloadHint } from '../ui/DownloadHint'
import { LeftOut } from './LeftOut'

/** What can be done about a bundle, as `stores/bundle/bundle` does it. */
interface Actions {
  changeChecklist: (change: Change) => void
  downloadBundle: (answer: UnsortedAnswer) => Promise<void>
  packVolumes: (limit: number, answer?: UnsortedAnswer) => Promise<void>
  handOver: (index: number) => Promise<void>
  confirmBackup: () => Promise<void>
  forgetPacking: () => void
}

interface Props {
  packing: Packing
  checklist: Checklist
  catalogue: Catalogue
  /** 核对报送 is on screen, which shows packing itself. */
  isSending: boolean
  actions: Actions
}

/** 下载材料包 of what goes in one piece: that it was handed to the browser, or why not. What is split is shown in 核对报送. */
export function PackingPanel({ packing, checklist, catalogue, isSending, actions }: Props) {
  const isWhole = packing.state === 'packed' && packing.bundle.volumes.length === 1
  const isShown = !isSending && (packing.state === 'packing' || packing.state === 'failed' || isWhole)
  if (packing.state !== 'asking' && !isShown) return null
  return (
    <section class="packing" aria-label="材料包" aria-live="polite">
      <div class="width">
        <div class="packing-body">
          {packing.state === 'asking' && <Asking {...packing} {...{ checklist, catalogue, actions }} />}
          {packing.state === 'packing' && <p>正在打包…</p>}
          {packing.state === 'failed' && <p class="wrong">{sayBundleProblem(packing.problem)}</p>}
          {packing.state === 'packed' && <Packed {...{ packing, checklist, catalogue, actions }} />}
        </div>
        {packing.state !== 'packing' && (
          <button type="button" class="button" onClick={actions.forgetPacking}>
            {packing.state === 'asking' ? '先不下载' : '知道了'}
          </button>
        )}
      </div>
    </section>
  )
}

type AskingProps = Packing & { state: 'asking' } & Pick<Props, 'checklist' | 'catalogue' | 'actions'>

/** Whether files of 待归类 go along, asked before anything is packed; what has files and no tick can be ticked on the way. */
function Asking({ unsorted, limit, checklist, catalogue, actions }: AskingProps) {
  const items = sectionsOf(catalogue, checklist).flatMap(section => section.items)
  const answer = (answer: UnsortedAnswer) =>
    void (limit === undefined ? actions.downloadBundle(answer) : actions.packVolumes(limit, answer))
  return (
    <>
      <TickAll items={items} checklist={checklist} change={actions.changeChecklist} />
      <p>
        <strong>还有 {unsorted} 个文件在“待归类”里，没有归到哪一项。</strong>
        要打进材料包吗？打进去的放在“98_待归类”文件夹里；不打进去的只在这台电脑上，换电脑、交给同事时那边没有。
      </p>
      <div class="actions">
        <button
          type="button"
          class="button primary"
          onClick={() => {
            actions.forgetPacking()
            location.hash = 'unsorted'
          }}
        >
          先去归类
        </button>
        <button type="button" class="button" onClick={() => answer('leave-unsorted')}>
          不打进去
        </button>
        <button type="button" class="button" onClick={() => answer('take-unsorted')}>
          一起打进去
        </button>
      </div>
    </>
  )
}

/** Whether the volumes arrived on disk: a place the person chose reports it, of downloads only she knows. */
function Kept({ packing: { bundle, isWritten }, actions }: PackedProps) {
  if (isWritten) return <p>✓ 已存到您选的位置。</p>
  return (
    <div class="actions">
      <p>请打开下载文件夹看一看，文件在不在？</p>
      <button type="button" class="button" onClick={() => void actions.confirmBackup()}>
        在，已经存好
      </button>
      {bundle.volumes.length === 1 && (
        <button type="button" class="button" onClick={() => void actions.handOver(0)}>
          不在，再下载一次
        </button>
      )}
    </div>
  )
}

interface PackedProps extends Omit<Props, 'packing' | 'isSending'> {
  packing: PackedState
}

function Packed(props: PackedProps) {
  const { packing, checklist, catalogue, actions } = props
  const { bundle, handedOver } = packing
  const [only] = bundle.volumes
  const { files } = sumFiles(usedFiles(packing.checklist))
  const sections = sectionsOf(catalogue, checklist)
  const progress = progressOf(
    sections.flatMap(section => section.items),
    checklist,
  )
  const open = progress.total - progress.done
  if (!isSameWork(packing.checklist, checklist)) {
    return (
      <>
        <p class="wrong">下载以后又有改动，这一包不是最新的。改完请重新打包，换成新的。</p>
        <div class="actions">
          <button
            type="button"
            class="button primary"
            onClick={() => void actions.packVolumes(packing.limit)}
          >
            重新打包
          </button>
        </div>
      </>
    )
  }
  return (
    <>
      <p>
        <strong>已交给浏览器下载：{only?.fileName}</strong>（{sayPackedFiles(files, only?.files ?? 0)}，
        {formatSize(only?.blob.size ?? 0)}）
      </p>
      <p>
        {open > 0 ? `这一包里还缺 ${open} 项，补齐后请再下载一次。` : '材料项全部完成。'}校验码{' '}
        <code>{bundle.fingerprint}</code> <a href="#send">怎样报送</a>
      </p>
      <LeftOut
        packed={packing.checklist}
        open={checklist}
        pack={() => void actions.packVolumes(packing.limit, 'take-unsorted')}
      />
      {handedOver.length === bundle.volumes.length && <Kept {...props} />}
      <DownloadHint />
    </>
  )
}
