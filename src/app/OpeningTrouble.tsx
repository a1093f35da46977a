import { useStore } from '@nanostores/preact'
import { $opening, openAnyway, tryOpeningAgain } from '../stores/opening'
import { exportRaw } from '../stores/units'
import { Part } from './ui/Part'

/** Shown while the stored records can't be opened; its words are fetched then. */
export function OpeningTrouble({ preselected }: { preselected: string[] }) {
  const opening = useStore($opening)
  return (
    <Part
      load={() => import('./backup/rare-views')}
      failed="没有打开保存的内容，以前保存的清单和文件都没有动："
      reassured="请刷新页面再试一次。"
    >
      {({ StuckOpening }) => (
        <StuckOpening {...{ opening, openAnyway, exportRaw }} tryAgain={() => tryOpeningAgain(preselected)} />
      )}
    </Part>
  )
}
