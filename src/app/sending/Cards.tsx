import { useMemo } from 'preact/hooks'
import { marksOf } from '../../core/bundle/marks'
import { supplementOf } from '../../core/bundle/supplement'
import { progressOf } from '../../core/checklist/progress'
import { openItems, returnedItems } from '../../core/checklist/returned'
import { isSameWork } from '../../core/checklist/same-work'
import { formatDay, formatMinute } from '../../core/text/format'
import type { PackedState } from '../../stores/bundle/bundle'
import { nameLastStep } from '../../wording/sending'
import { CheckCard } from './CheckCard'
import { HandBackCard } from './HandBackCard'
import { PackCard } from './PackCard'
import { PhotosCard } from './PhotosCard'
import type { CardProps, SendingState } from './pieces'
import { SendCard } from './SendCard'
import { SupplementCard } from './SupplementCard'

/**
 * 核对报送: check, smaller photos, packages, and the mails and paper that go out; the next step is always in sight below. A part
 * of the page: it holds no store, all that it shows and does comes in.
 */
export function Cards({ state, actions }: CardProps) {
  const { checklist } = state
  const marks = useMemo(() => marksOf(checklist), [checklist])
  const packed = packedNow(state)
  return (
    <>
      <Rail state={state} packed={packed} />
      {!checklist.part && <SupplementCard state={state} actions={actions} />}
      <CheckCard state={state} actions={actions} />
      <PhotosCard state={state} actions={actions} />
      <PackCard state={state} actions={actions} packed={packed} />
      {checklist.part ? (
        <HandBackCard state={state} />
      ) : (
        <SendCard state={state} actions={actions} marks={marks} supplied={suppliedNow(state)} />
      )}
      <NextStep state={state} actions={actions} packed={packed} />
    </>
  )
}

/** The packages on hand; null where none are, or where something was changed since they were packed. */
function packedNow({ packing, checklist, limits, way }: SendingState): PackedState | null {
  const isCurrent =
    packing.state === 'packed' && packing.limit === limits[way] && isSameWork(packing.checklist, checklist)
  return isCurrent ? packing : null
}

/** The items of the 补充包 that was packed, as long as nothing was changed since. */
function suppliedNow({ supplement, checklist }: SendingState): string[] {
  const isCurrent = supplement?.state === 'packed' && isSameWork(supplement.checklist, checklist)
  return isCurrent ? (supplementOf(checklist)?.completes?.items ?? []) : []
}

function NextStep({ state, actions, packed }: CardProps & { packed: PackedState | null }) {
  const { packing, made, outlines, way, limits, checklist } = state
  const limit = limits[way]
  const count = outlines[way]?.length ?? 0
  const left = packed ? packed.bundle.volumes.length - packed.handedOver.length : 0
  // Who can hand in what was returned alone is led there; the whole again stays possible.
  const isSupplementing = supplementOf(checklist) !== null
  const button = isSupplementing ? 'button' : 'button primary'
  return (
    <div class="foot-bar next-step">
      <p>
        {packed
          ? `${packed.bundle.volumes.length} 个压缩包${packed.handedOver.length > 0 ? `，✓ 已下载 ${packed.handedOver.length} 个` : ''}`
          : packing.state === 'packed'
            ? '打包以后又有改动'
            : checklist.sent
              ? `✓ ${formatDay(checklist.sent.day)}报送过`
              : isSupplementing
                ? '也可以整套重新报送'
                : made
                  ? `上次打包 ${formatMinute(made.at)}`
                  : '还没有打包'}
      </p>
      {packed && left === 0 ? (
        <a class={button} href="#send">
          {checklist.part ? '去交回' : '去报送'}
        </a>
      ) : (
        <button
          type="button"
          class={button}
          disabled={packing.state === 'packing' || limit === null}
          onClick={() => (packed ? actions.handOverRest() : limit !== null && actions.pack(limit))}
        >
          {packed
            ? `全部下载（还有 ${left} 个）`
            : packing.state === 'packing'
              ? '正在打包…'
              : count > 1
                ? `打成 ${count} 个压缩包`
                : '打成 1 个压缩包并下载'}
        </button>
      )}
    </div>
  )
}

type RailPart = [id: string, name: string, state: string]

/** The parts and their state: on a low screen one part is in sight at a time. */
function Rail({ state, packed }: { state: SendingState; packed: PackedState | null }) {
  const { sections, checklist, content, outlines, way } = state
  const { total, done } = progressOf(
    sections.flatMap(section => section.items),
    checklist,
  )
  const { sent, part } = checklist
  const count = outlines[way]?.length ?? 0
  const days = Math.ceil((Date.parse(content.deadline) - Date.now()) / 86_400_000)
  const packages = packed
    ? `${packed.bundle.volumes.length} 个，已下载 ${packed.handedOver.length} 个`
    : count > 0
      ? `${count} 个压缩包`
      : ''
  const { notes = {} } = checklist.returned ?? {}
  const returned = returnedItems({ notes })
  const repaired = returned.length - openItems({ notes }).length
  const supplement: RailPart = ['supplement', '补充包', `已补好 ${repaired}/${returned.length}`]
  const parts: RailPart[] = [
    ...(returned.length > 0 && !part ? [supplement] : []),
    ['check', '检查', done < total ? `! 还缺 ${total - done} 项` : '✓ 不缺'],
    ['pack', '打包', packages],
    part ? ['send', '交回给联络员', ''] : ['send', '报送', sent ? `✓ ${formatDay(sent.day)}` : '还没有报送'],
    ['keep-safe', '备份与交接', ''],
  ]
  return (
    <nav class="rail" aria-label={nameLastStep(checklist)}>
      {parts.map(([id, name, now]) => (
        <a key={id} href={`#${id}`}>
          {name}
          <small>{now}</small>
        </a>
      ))}
      {content.deadline && !part && (
        <p>
          <strong>{content.deadlineText}截止</strong>
          {days > 0 && <small>还有 {days} 天</small>}
        </p>
      )}
    </nav>
  )
}
