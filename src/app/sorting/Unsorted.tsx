import { useStore } from '@nanostores/preact'
import type { ComponentChildren } from 'preact'
import { useContext, useEffect } from 'preact/hooks'
import { type Checklist, unsortedPlace } from '../../core/checklist/checklist'
import { $underWay } from '../../stores/adding'
import { $recentItems, moveTo, removeFrom, writeDragged } from '../../stores/moving'
import { $clues, $suggestions, suggestItems } from '../../stores/sorting/suggestions'
import { isPicture, openFile, readBytes } from '../../stores/stored-files'
import { refusalWording } from '../../wording/refusal'
import { BringIn } from '../checklist/BringIn'
import { MoveButton } from '../checklist/MoveButton'
import { SectionsContext } from '../checklist/SectionsContext'
import { StepTaken } from '../checklist/StepTaken'
import { Thumbnail } from '../checklist/Thumbnail'
import { Preview } from '../preview/Preview'
import { usePart } from '../ui/usePart'
import type { DeskPieces } from './pieces'

const pieces: DeskPieces = {
  Thumbnail,
  Move: props => <MoveButton from={unsortedPlace} onDone={() => undefined} {...props} />,
  isPicture,
  move: moves =>
    moveTo(
      unsortedPlace,
      moves.map(move => ({ ...move, from: unsortedPlace })),
    ),
  remove: hashes => removeFrom(unsortedPlace, hashes),
  drag: (data, hashes) => writeDragged(data, unsortedPlace, hashes),
  Preview,
  readBytes,
  openFile,
}

interface Props {
  checklist: Checklist
  isShown: boolean
  /** What comes next once nothing is left. */
  children: ComponentChildren
}

/** 待归类: what was brought in without an item, and the desk where it is put with items, which is fetched when it is needed. */
export function Unsorted({ checklist, isShown, children }: Props) {
  const { unsorted } = checklist
  const part = usePart(() => import('./Desk'), isShown || unsorted.length > 0)
  const sections = useContext(SectionsContext)
  const suggestions = useStore($suggestions)
  const clues = useStore($clues)
  const recent = useStore($recentItems)
  const isAdding = useStore($underWay).length > 0
  useEffect(() => {
    if (isShown) suggestItems()
  }, [isShown, unsorted, isAdding])
  return (
    <div class="stack page sorting">
      <header class="sorting-head">
        <h2>{unsorted.length > 0 ? `待归类 ${unsorted.length} 个文件` : '待归类'}</h2>
        <a href="#materials">回到各项材料</a>
      </header>
      {isShown && <BringIn />}
      <StepTaken place={unsortedPlace} />
      {unsorted.length === 0 && (
        <p class="card nothing">{isAdding ? '正在放进来……' : '✓ 没有待归类的文件。'}</p>
      )}
      {isShown && unsorted.length === 0 && children}
      {typeof part === 'string' && <p role="alert">没有打开：{refusalWording[part]}文件都在，没有丢。</p>}
      {part && typeof part === 'object' && isShown && unsorted.length > 0 && (
        <part.Desk
          checklist={checklist}
          sections={sections}
          suggestions={suggestions}
          clues={clues}
          recent={recent}
          pieces={pieces}
        />
      )}
    </div>
  )
}
