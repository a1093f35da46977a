import { compareIds } from '../../core/checklist/record'
import type { HandIn } from '../../core/intake/hand-in'
import { HandedInFile } from './HandedInFile'

/** All files of a hand-in by item, without what was said of them. */
export function HandedInFiles({ handIn }: { handIn: HandIn }) {
  const items = Object.entries(handIn.checklist.answers)
    .filter(([, { files }]) => files.length > 0)
    .sort(([a], [b]) => compareIds(a, b))
  return (
    <ul class="answers">
      {items.map(([item, { files }]) => (
        <li key={item}>
          <p class="id">{item}</p>
          <ul class="files">
            {files.map(file => (
              <HandedInFile key={file.sha256} file={file} handIn={handIn} />
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}
