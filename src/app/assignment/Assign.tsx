import { useStore } from '@nanostores/preact'
import type { Checklist } from '../../core/checklist/checklist'
import { beginPart, downloadGiven, findParts, setTeam } from '../../stores/assignment/teams'
import { $given } from '../../stores/given'
import { getCatalogue } from '../../stores/page'
import { copyText } from '../../stores/site'
import { $otherEditions, $units } from '../../stores/units'
import { RestoreInput } from '../backup/RestoreInput'
import { EditionPage } from '../checklist/OtherEdition'
import { Part } from '../ui/Part'
import { checklistContent } from '../ui/page-content'

/** 分给股室; its views are fetched when they are needed. */
export function Assign({ checklist }: { checklist: Checklist }) {
  const units = useStore($units).flatMap(unit => ('checklist' in unit ? [unit.checklist] : []))
  const others = useStore($otherEditions)
  const teams = [...units, ...others].flatMap(({ assignment }) => assignment?.teams ?? [])
  return (
    <Part load={() => import('./Board')} reassured="填写的内容和文件都在，没有丢。">
      {({ Board }) => (
        <Board
          catalogue={getCatalogue()}
          checklist={checklist}
          names={[...new Set(teams.map(({ name }) => name))]}
          isLinkable={checklistContent().singleFile !== null && location.protocol !== 'file:'}
          setTeam={setTeam}
          downloadGiven={downloadGiven}
          copy={copyText}
          Import={RestoreInput}
        />
      )}
    </Part>
  )
}

/** What a team's link or file gives, before anything is begun. */
export function Offer({ given }: { given: string }) {
  return (
    <Part load={() => import('./Board')} reassured="请刷新页面再试。">
      {part => (
        <part.Offer
          key={given}
          catalogue={getCatalogue()}
          given={given}
          {...{ findParts, EditionPage }}
          begin={beginPart}
          onLeave={() => $given.set(null)}
          Import={RestoreInput}
        />
      )}
    </Part>
  )
}
