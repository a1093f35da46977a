import { useState } from 'preact/hooks'
import type { Project, Standing } from '../../publish/draft/project'
import { saveAsFile } from '../../stores/publishing/giving'
import { startAnew } from '../../stores/publishing/project'
import { takeFiles } from '../../stores/publishing/taking'
import { PickButton, sourceKinds } from './pieces'

/** Table and notice, picked or replaced; the work as a file, opened again, or put away. */
export function FileActions({ project, standing }: { project: Project; standing: Standing | null }) {
  const [isAsking, setAsking] = useState(false)
  const { table, notice } = project
  return (
    <>
      <p class="actions">
        <PickButton
          label={table ? '换一个表' : '选择考核要点表'}
          accept={sourceKinds}
          isPrimary={!table}
          onPick={files => void takeFiles(files, 'table')}
        />
        <PickButton
          label={notice ? '换一个通知' : '选择通知原文'}
          accept={`${sourceKinds},.txt`}
          isPrimary={Boolean(table) && !notice}
          onPick={files => void takeFiles(files, 'notice')}
        />
        {table && (
          <button type="button" class="button" onClick={() => void saveAsFile(project, standing)}>
            存成文件
          </button>
        )}
        <PickButton label="打开存下的制作" accept=".json" onPick={files => void takeFiles(files)} />
        {table && (
          <button type="button" class="button quiet" onClick={() => setAsking(true)}>
            重新开始
          </button>
        )}
      </p>
      {isAsking && (
        <p class="notes" role="alert">
          现在的制作会从这台电脑上移走，要留的先点“存成文件”。{' '}
          <button
            type="button"
            class="button"
            onClick={() => {
              setAsking(false)
              void startAnew(new Date())
            }}
          >
            移走，重新开始
          </button>{' '}
          <button type="button" class="button" onClick={() => setAsking(false)}>
            不移走
          </button>
        </p>
      )}
    </>
  )
}
