import { useStore } from '@nanostores/preact'
import type { Checklist } from '../../core/checklist/checklist'
import { getCatalogue } from '../../stores/page'
import { $word, openWord, writeTexts } from '../../stores/report/word'
import { Part } from '../ui/Part'

/** 从 Word 导入: picks a report; its window is fetched when it is needed. */
export function WordImport({ checklist }: { checklist: Checklist }) {
  const word = useStore($word)
  return (
    <>
      <label class="button add">
        从 Word 导入
        <input
          type="file"
          aria-label="从 Word 导入"
          onChange={event => {
            void openWord(event.currentTarget)
            event.currentTarget.value = ''
          }}
        />
      </label>
      {word && (
        <Part load={() => import('./WordDialog')}>
          {({ WordDialog }) => (
            <WordDialog
              {...{ checklist, word }}
              catalogue={getCatalogue()}
              write={writeTexts}
              onClose={() => $word.set(null)}
            />
          )}
        </Part>
      )}
    </>
  )
}
