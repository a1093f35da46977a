/** The page's side of 分给股室: what its views, a part, show and do. */
import type { FunctionComponent } from 'preact'
import type { Given } from '../../core/assignment/link'
import type { Checklist } from '../../core/checklist/checklist'
import type { Team } from '../../core/checklist/teams'
import type { Catalogue } from '../../core/edition/catalogue'
import type { BegunPart } from '../../stores/assignment/teams'

export interface BoardProps {
  catalogue: Catalogue
  checklist: Checklist
  /** Names of teams that were written before, in any unit. */
  names: readonly string[]
  /** False where this page lies on a disk: its address means nothing on another computer. */
  isLinkable: boolean
  setTeam: (name: string, team: Team | null) => void
  downloadGiven: (text: string, team: string) => void
  /** True where the browser copied it. */
  copy: (text: string) => Promise<boolean>
  /** 导入材料包, under another label. */
  Import: FunctionComponent<{ label: string }>
}

export interface OfferProps {
  catalogue: Catalogue
  /** As the link or the file has it. */
  given: string
  findParts: (given: Given) => BegunPart[]
  /** Opens the part that has this id, or begins one; false where the browser refused. */
  begin: (given: Given, id: string | null) => Promise<boolean>
  onLeave: () => void
  Import: FunctionComponent<{ label: string }>
  /** The way to the page of another edition, which `query` goes along to. */
  EditionPage: FunctionComponent<{ edition: string; query: string }>
}
