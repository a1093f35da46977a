import { useStore } from '@nanostores/preact'
import { useEffect, useState } from 'preact/hooks'
import type { Checklist } from '../../core/checklist/checklist'
import type { Section } from '../../core/checklist/progress'
import {
  $isSending,
  $packing,
  confirmBackup,
  handOver,
  handOverRest,
  packVolumes,
} from '../../stores/bundle/bundle'
import { offersPlace } from '../../stores/bundle/hand-over'
import { $inventory, showInventory } from '../../stores/bundle/inventory'
import { $made } from '../../stores/bundle/made'
import { getCatalogue } from '../../stores/page'
import { $check, cancelCheck, runCheck } from '../../stores/sending/check'
import {
  $example,
  $shrinking,
  bringBackPhotos,
  cancelShrinking,
  dismissShrinking,
  showExample,
  shrinkPhotos,
} from '../../stores/sending/photos'
import { correctSentDay, noteSent, takeBackSent } from '../../stores/sending/sent'
import { $supplement, packSupplement } from '../../stores/sending/supplement'
import {
  $ownMegabytes,
  $way,
  countMailsWithCopies,
  limitOf,
  noOutlines,
  outlineWays,
  wayNow,
} from '../../stores/sending/way'
import { copyText } from '../../stores/site'
import { refusalWording } from '../../wording/refusal'
import { nameLastStep } from '../../wording/sending'
import { checklistContent } from '../ui/page-content'
import { usePart } from '../ui/usePart'
import type { SendingActions } from './pieces'

interface Props {
  sections: Section[]
  checklist: Checklist
  /** Nothing is counted while another step is on screen. */
  isShown: boolean
}

const actions: SendingActions = {
  runCheck,
  cancelCheck,
  showExample,
  countMailsWithCopies,
  shrinkPhotos,
  cancelShrinking,
  dismissShrinking,
  bringBackPhotos,
  choose: way => $way.set(way),
  typeOwn: megabytes => $ownMegabytes.set(megabytes),
  pack: packVolumes,
  packSupplement,
  handOver,
  handOverRest,
  confirmBackup,
  print: showInventory,
  copy: copyText,
  noteSent,
  correctSentDay,
  takeBackSent,
}

/** 核对报送; its cards are fetched when they are needed. */
export function Sending({ sections, checklist, isShown }: Props) {
  const part = usePart(() => import('./Cards'), isShown)
  const [packing, made, check] = [useStore($packing), useStore($made), useStore($check)]
  const supplement = useStore($supplement)
  const [shrinking, example] = [useStore($shrinking), useStore($example)]
  useStore($way)
  const ownMegabytes = useStore($ownMegabytes)
  const isPrinting = useStore($inventory).state === 'writing'
  const [outlines, setOutlines] = useState(noOutlines)
  useEffect(() => {
    $isSending.set(isShown)
    if (!isShown) return
    let isWanted = true
    // What can't be counted is said when it is packed.
    outlineWays().then(
      counted => isWanted && setOutlines(counted),
      () => undefined,
    )
    return () => {
      isWanted = false
      $isSending.set(false)
    }
  }, [checklist, ownMegabytes, isShown])
  if (isShown && part && typeof part === 'object') {
    const state = {
      ...{
        sections,
        checklist,
        check,
        shrinking,
        example,
        packing,
        supplement,
        made,
        ownMegabytes,
        outlines,
        isPrinting,
      },
      catalogue: getCatalogue(),
      content: checklistContent(),
      way: wayNow(),
      limits: { one: limitOf('one'), mail: limitOf('mail'), own: limitOf('own') },
      offersPlace,
    }
    return (
      <section class="sending" id="hand-in" aria-label={nameLastStep(checklist)}>
        <part.Cards state={state} actions={actions} />
      </section>
    )
  }
  // Links from other steps find their way before the cards are there.
  return (
    <section id="hand-in">
      {['supplement', 'check', 'pack', 'send'].map(id => (
        <div key={id} id={id} />
      ))}
      {typeof part === 'string' && (
        <p role="alert">没有打开：{refusalWording[part]}填写的内容和文件都在，没有丢。</p>
      )}
    </section>
  )
}
