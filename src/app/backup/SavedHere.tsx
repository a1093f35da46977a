import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { type Backup, isMuch, lastBundleOf, type Unsaved } from '../../core/backup/backup'
import { formatMinute, formatSize } from '../../core/text/format'
import type { SavedHere as Found } from '../../stores/backup/saved-here'
import { sayUnsaved } from '../../wording/backup'
import { sayEdition } from '../../wording/edition'
import { Dialog } from '../ui/Dialog'

interface Props {
  backup: Backup | null
  kind: 'durable' | 'private' | 'memory' | undefined
  measure: () => Promise<Found>
  /** The link to the single-file edition; null in that file itself. */
  singleFile: ComponentChildren
  onClose: () => void
}

/** 本机保存情况: how much is stored in this browser, how safe it is there, and what could delete it. */
export function SavedHere({ backup, kind, measure, singleFile, onClose }: Props) {
  const [found, setFound] = useState<Found | null>(null)
  useEffect(() => void measure().then(setFound), [])
  const bundleAt = lastBundleOf(backup)
  return (
    <Dialog title="本机保存情况" onClose={onClose}>
      <dl class="saved-here">
        <dt>存了多少</dt>
        <dd>{found ? sayStored(found) : '正在查看……'}</dd>
        <dt>存在哪里</dt>
        <dd>
          {kind === 'memory'
            ? '只在这个页面里暂存，关闭页面就会丢失：浏览器没有允许保存数据。'
            : kind === 'private'
              ? '只在这个隐私（无痕）窗口里，关闭窗口就会丢失。'
              : '这台电脑、这个浏览器的“网站数据”里，没有上传到任何地方。换浏览器、换电脑看不到。'}
        </dd>
        <dt>上次下载材料包</dt>
        <dd>
          {bundleAt ? `${formatMinute(bundleAt)}。` : '还没有确认存好的。材料包就是备份，建议现在下载一次。'}
        </dd>
        {backup?.kind === 'text' && (
          <>
            <dt>上次文字备份</dt>
            <dd>{formatMinute(backup.at)} 交给浏览器下载，不含附件。</dd>
          </>
        )}
        <dt>浏览器会不会自行清理</dt>
        <dd>
          {found?.isPersisted
            ? '不会：浏览器已经答应长期保存。'
            : '一般不会；只有 C 盘快满时可能清理，请给 C 盘留出空间。'}
          {found?.isInstallable &&
            !found.isPersisted &&
            '也可以安装本网站：用 Edge、Chrome 打开，点地址栏右边的“安装”图标。装好的网页，浏览器会长期保存，不自行清理。'}
        </dd>
        <dt>断网能不能打开</dt>
        <dd>
          {found?.opensOffline
            ? '能，断网也可以打开、填写、下载材料包。'
            : '打开着的页面可以继续填写；关掉以后，要有网络才能再打开。'}
          {singleFile && (
            <>
              {' '}
              没有网络的电脑可以用
              {singleFile}。
            </>
          )}
        </dd>
        {singleFile === null && (
          <>
            <dt>和网站上的清单</dt>
            <dd>
              这是离线版，和网站上填的互不相通。要从一边换到另一边，请在原来那边下载材料包（或文字备份），到另一边“导入材料包”。
            </dd>
          </>
        )}
      </dl>
      {location.protocol === 'file:' && (
        <p>
          这个页面是从硬盘上打开的：从硬盘上打开的网页共用同一份浏览器数据，别的网页文件也能读到、改动这里保存的内容。来路不明的网页文件（.html、.svg
          等），请不要在这个浏览器里打开。
        </p>
      )}
      <h3>什么情况会丢</h3>
      <ul>
        <li>清除浏览器的“网站数据”，或者用清理软件清理浏览器；</li>
        <li>浏览器设了“退出时清除”，或用无痕（隐私）窗口填报；</li>
        <li>电脑装了还原卡、还原软件，或重装系统；</li>
        <li>苹果电脑和手机的 Safari：连续 7 天没有打开本页。</li>
        {location.protocol === 'file:' && (
          <li>
            用火狐（Firefox）打开的：移动了这个网页文件，改了它的名字，或者又下载了一份。填的内容还在，放回原处、改回原名就能看到；要换地方，请先下载材料包，到新的地方导入。
          </li>
        )}
      </ul>
      <p>防止丢失只有一个办法：隔一段时间下载一次材料包，存到 U 盘或另一台电脑上。</p>
    </Dialog>
  )
}

function sayStored(found: Found): string {
  const { used, removed } = found
  const kept =
    removed.files > 0 ? `最近移除、删除的 ${removed.files} 个还占着 ${formatSize(removed.bytes)}。` : ''
  return `${sayUnits(found)}，${used.files} 个文件，共 ${formatSize(used.bytes)}。${kept}`
}

/** When the checklist was last brought to safety, and how much was done since. */
export function LastBackup({
  backup,
  unsaved,
  leftOut,
}: {
  backup: Backup | null
  unsaved: Unsaved
  /** Of these, files that the last bundle left out. */
  leftOut: number
}) {
  const since = { ...unsaved, files: unsaved.files - leftOut }
  return (
    <>
      <p>
        {backup
          ? `上次${backup.kind === 'bundle' ? '下载材料包' : '把文字备份交给浏览器下载'}：${formatMinute(backup.at)}。`
          : '这份清单还没有确认存好的备份，只存在这个浏览器里。'}
        下载的材料包就是备份：换电脑、交给同事、误删以后，在那里“导入材料包”就能接着填，打进去的文件也在里面。
      </p>
      {leftOut > 0 && (
        <p class="hint">
          ! “待归类”里没有打进去的 {leftOut}{' '}
          个文件，哪一包里都没有，只在这台电脑上。要备份它们，请再下载一次材料包，“一起打进去”。
        </p>
      )}
      {isMuch(since) && <p class="hint">{sayUnsaved(backup, since)}</p>}
    </>
  )
}

/** Counts the checklists of all editions: they lie in one place and would be lost together. */
function sayUnits({ editions, unreadable, deleted }: Found): string {
  const counts = editions.map(([edition, units]) => `${sayEdition(edition)} ${units} 个单位的清单`)
  if (unreadable > 0) counts.push(`打不开的清单 ${unreadable} 份`)
  if (deleted > 0) counts.push(`最近删除的单位 ${deleted} 个`)
  return counts.join('、') || '还没有清单'
}
