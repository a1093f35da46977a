import { sumFiles, usedFiles } from '../../core/checklist/checklist'
import { formatSize } from '../../core/text/format'
import type { PackedState } from '../../stores/bundle/bundle'
import type { Outline, Way } from '../../stores/sending/way'
import { sayBundleProblem, sayPackedFiles } from '../../wording/bundle'
import { LeftOut } from '../bundle/LeftOut'
import { DownloadHint } from '../ui/DownloadHint'
import type { CardProps, SendingActions } from './pieces'

interface Props extends CardProps {
  /** Null while nothing is packed that is still so. */
  packed: PackedState | null
}

const names: Record<Way, string> = {
  one: 'QQ、微信、U 盘',
  mail: '邮箱，普通附件',
  own: '自己定大小',
}

/** 打包：用什么送？ Each way says beforehand what comes out; below are the packages, each with its own download. */
export function PackCard({ state, actions, packed }: Props) {
  const { way, outlines, packing, limits, offersPlace } = state
  const chosen = outlines[way]
  const limit = limits[way] ?? 0
  const copies = packed && sayCopies(packed)
  return (
    <section class="card" id="pack" aria-label="打包">
      <header class="card-head">
        <h2>打包：用什么送？</h2>
      </header>
      <fieldset class="ways">
        <legend class="hidden">用什么送</legend>
        {(Object.keys(names) as Way[]).map(id => (
          <label key={id}>
            <input type="radio" name="way" checked={way === id} onChange={() => actions.choose(id)} />
            <span>
              {names[id]}
              <strong>{sayOutline(id, outlines[id])}</strong>
              {id === 'own' ? (
                <OwnSize state={state} actions={actions} />
              ) : (
                <small>{sayLimit(id, outlines[id])}</small>
              )}
            </span>
          </label>
        ))}
      </fieldset>
      <div aria-live="polite">
        {packing.state === 'packing' && <p>正在打包…</p>}
        {packing.state === 'failed' && <p class="wrong">{sayBundleProblem(packing.problem)}</p>}
        {packing.state === 'packed' && !packed && (
          <p class="wrong">
            打包以后又有改动，或者换了送法，下面还没有打包。请重新打包，原来下载的都换成新的。
          </p>
        )}
        <ol class="packages">
          {packed
            ? listPacked(packed, offersPlace, actions.handOver)
            : chosen && chosen.length > 1 && listOutlined(chosen)}
        </ol>
        {chosen?.map(
          ({ bytes, first }, i) =>
            bytes > limit && (
              <p key={i} class="hint">
                ! 第 {i + 1} 个压缩包 {formatSize(bytes)}，比 {formatSize(limit)} 大
                {way === 'mail' && '，普通附件发不了'}。里面只有“{first}
                ”一个文件，可以用邮箱的“超大附件”发，用 QQ、微信传，或者拷进 U
                盘和纸质版一起送；是视频的，也可以压缩以后重新添加。
              </p>
            ),
        )}
        {copies && <p class="content">{copies}</p>}
        {packed && packed.bundle.volumes.length > 1 && (
          <p class="content">点“全部下载”时，浏览器会问是否允许下载多个文件，请点“允许”。</p>
        )}
        {packed && (
          <LeftOut
            packed={packed.checklist}
            open={state.checklist}
            pack={() => actions.pack(packed.limit, 'take-unsorted')}
          />
        )}
        {packed && packed.handedOver.length === packed.bundle.volumes.length && (
          <p class="undo">
            {packed.isWritten ? '✓ 已存到您选的位置。' : '请打开下载文件夹看一看，文件在不在？'}
            {!packed.isWritten && (
              <button type="button" class="button" onClick={actions.confirmBackup}>
                在，已经存好
              </button>
            )}
          </p>
        )}
        {packed && <DownloadHint />}
      </div>
    </section>
  )
}

function sayOutline(way: Way, volumes: readonly Outline[] | null): string {
  if (!volumes) return ''
  const { length } = volumes
  return `${length} 个压缩包${way === 'one' ? '' : `，${length} 封邮件`}`
}

function sayLimit(way: Way, volumes: readonly Outline[] | null): string {
  if (way === 'mail') return '每个不超过 35 MB'
  const bytes = volumes?.reduce((sum, volume) => sum + volume.bytes, 0)
  return bytes ? `${formatSize(bytes)}，也可用超大附件` : ''
}

function OwnSize({ state: { ownMegabytes, limits }, actions }: CardProps) {
  return (
    <small>
      每个不超过{' '}
      <input
        type="number"
        min="1"
        max="4095"
        aria-label="每个压缩包的大小（MB）"
        value={ownMegabytes}
        onFocus={() => actions.choose('own')}
        onInput={event => actions.typeOwn(event.currentTarget.value)}
      />{' '}
      MB
      {limits.own === null && <span class="wrong">请填 1 到 4095 之间的数。</span>}
    </small>
  )
}

function listOutlined(volumes: readonly Outline[]) {
  return volumes.map(({ bytes, files }, i) => (
    <li key={i}>
      <span>第 {i + 1} 个压缩包</span>
      <small>
        {formatSize(bytes)}，{files} 个文件
      </small>
    </li>
  ))
}

/** What the packages hold more than there are files; empty where that is nothing. */
function sayCopies({ bundle, checklist }: PackedState): string {
  const { files } = sumFiles(usedFiles(checklist))
  const copies = bundle.volumes.reduce((sum, volume) => sum + volume.files, 0)
  return copies > files ? `${sayPackedFiles(files, copies)}。` : ''
}

function listPacked(
  { bundle, handedOver }: PackedState,
  offersPlace: boolean,
  handOver: SendingActions['handOver'],
) {
  return bundle.volumes.map(({ fileName, blob, files }, index) => {
    const isDone = handedOver.includes(index)
    return (
      <li key={fileName}>
        <span>{fileName}</span>
        <small class={isDone ? 'is-done' : ''}>
          {isDone && '✓ 已交给浏览器下载，'}
          {files} 个文件，{formatSize(blob.size)}
        </small>
        <span class="actions">
          {offersPlace && (
            <button type="button" class="button quiet" onClick={() => handOver(index, true)}>
              选择保存位置
            </button>
          )}
          <button
            type="button"
            class="button"
            aria-label={`${isDone ? '再下载' : '下载'}第 ${index + 1} 个压缩包`}
            onClick={() => handOver(index, false)}
          >
            {isDone ? '再下载' : '下载'}
          </button>
        </span>
      </li>
    )
  })
}
