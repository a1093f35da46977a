import { useStore } from '@nanostores/preact'
import { useEffect, useState } from 'preact/hooks'
import { nameChecklist } from '../core/checklist/checklist'
import { isInsideChat } from '../core/site/browser'
import { getCatalogue } from '../stores/page'
import {
  $deleted,
  $earlier,
  $justDeleted,
  $otherEditions,
  $unitRefusal,
  $units,
  createUnit,
  switchUnit,
} from '../stores/units'
import { saveRefusalWording } from '../wording/checklist'
import { RestoreInput } from './backup/RestoreInput'
import { SingleFileLink } from './backup/SingleFileLink'
import { OtherEdition } from './checklist/OtherEdition'
import { UnitFields } from './checklist/UnitFields'
import { Units } from './checklist/Units'
import { Part } from './ui/Part'
import { checklistContent, nameEdition } from './ui/page-content'

interface Props {
  /** Ids of the departments that the link to this page chose beforehand. */
  preselected: string[]
  onDone: () => void
}

/** The form that begins a unit's checklist, with the units already on this computer above it. */
export function StartForm({ preselected, onDone }: Props) {
  const units = useStore($units).flatMap(unit => ('checklist' in unit ? [unit.checklist] : []))
  const refusal = useStore($unitRefusal)
  const earlier = useStore($earlier)
  const others = useStore($otherEditions)
  const deleted = useStore($deleted)
  const justDeleted = useStore($justDeleted)
  const gone = deleted.find(({ checklist }) => checklist.id === justDeleted)
  const [isOpen, setOpen] = useState(false)
  const close = () => setOpen(false)
  const { label } = getCatalogue()
  // The checklist that was open before may have been scrolled down.
  useEffect(() => scrollTo(0, 0), [])
  // The windows of 微信 and QQ can't save a bundle: nobody should begin there. The banner says how to open a browser.
  if (units.length === 0 && isInsideChat(navigator.userAgent)) {
    return (
      <div class="width stack narrow page">
        <div class="intro">
          <h1>{label}填报</h1>
          <p>请按上面的提示，在浏览器中打开本页再填报。</p>
        </div>
      </div>
    )
  }
  return (
    <div class="width stack narrow page">
      {gone && (
        <p class="strip is-good" role="status">
          ✓ 已删除“{nameChecklist(gone.checklist)}”，在下面可以恢复。
        </p>
      )}
      <div class="intro">
        <h1>{label}填报</h1>
        <p>填写的文字和添加的文件只保存在这台电脑的这个浏览器里，不会上传。请勿录入涉密内容。</p>
      </div>
      {units.length > 0 && (
        <section class="card">
          <h2>继续填报</h2>
          <ul class="chips">
            {units.map(unit => (
              <li key={unit.id}>
                <button type="button" class="button" onClick={() => void switchUnit(unit.id).then(onDone)}>
                  {nameChecklist(unit)}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {(others.length > 0 || earlier) && (
        <Part load={() => import('./checklist/OtherEditions')}>
          {({ OtherEditions }) => (
            <OtherEditions
              {...{ others, earlier, nameEdition, OtherEdition }}
              onGiveUp={() => $earlier.set(null)}
            />
          )}
        </Part>
      )}
      {deleted.length > 0 && (
        <p>
          <button type="button" class="button" onClick={() => setOpen(true)}>
            最近删除的单位
          </button>
        </p>
      )}
      {isOpen && <Units current="" onAdd={close} onSwitch={onDone} onClose={close} />}
      <section class="card">
        <h2>{units.length > 0 ? '新建一个单位的清单' : '先填写本单位信息'}</h2>
        <UnitFields
          key={earlier?.checklist.id}
          unit={earlier?.unit ?? { name: '', departments: preselected, contact: '', phone: '' }}
          action="开始填报"
          onSubmit={unit => void createUnit(unit).then(isDone => isDone && onDone())}
        />
        <div class="bring-back">
          <p>以前填过？导入材料包（几个压缩包一起选）或文字备份，就能接着填。</p>
          <RestoreInput />
        </div>
        <p class="alone">
          {checklistContent().singleFile ? (
            <>
              这台电脑经常断网，或者要在没有网络的电脑上填？可以
              <SingleFileLink />
              ：一个文件，双击打开就能填。浏览器拦下它时，请点“保留”。
            </>
          ) : (
            '这是离线版：不需要网络，填写的内容存在这个浏览器里，和网站上填的互不相通。要换到网站上接着填，请下载材料包或文字备份，到那边导入。以前填的看不到了，请把本文件放回原处、改回原名再打开。'
          )}
        </p>
        {refusal && (
          <p class="notice wrong" role="alert">
            {saveRefusalWording[refusal]}
          </p>
        )}
      </section>
    </div>
  )
}
