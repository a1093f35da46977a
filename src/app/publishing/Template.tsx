import type { Change } from '../../publish/draft/change'
import { type Project, type Standing, usedIds } from '../../publish/draft/project'
import { newMaterialId } from '../../publish/draft/template'
import { take } from '../../stores/publishing/project'
import { AddForm, TextField } from './pieces'
import { ReportEditor } from './ReportEditor'

/** What every unit hands in: the bundle's name, the common materials, and the report's sections. */
export function Template({ project, standing: { folder } }: { project: Project; standing: Standing }) {
  const { materials } = folder.files
  const { items } = materials
  const save = (name: string, change: Change) => void take({ name, changes: [change] })
  return (
    <div class="publish-template">
      <section class="card" aria-label="共性资料">
        <h2>共性资料：各单位都要交的 {items.length} 项</h2>
        <TextField
          label="材料包的名称，会写进文件名"
          value={materials.title}
          onText={text => save('材料包的名称', { kind: 'bundle-title', text })}
        />
        <ol class="plain publish-materials">
          {items.map(({ id, label, text }) => (
            <li key={id}>
              <TextField
                label={`${id} 要交什么，与通知正文一字不差`}
                rows={2}
                value={text}
                onText={text => save(`${id} 文字`, { kind: 'material', id, text })}
              />
              <div class="publish-add">
                <TextField
                  label={`${id} 文件夹短名`}
                  value={label}
                  onText={label => save(`${id} 短名`, { kind: 'material', id, label })}
                />
                <button
                  type="button"
                  class="button quiet"
                  aria-label={`去掉 ${id}`}
                  onClick={() => save(`去掉 ${id}`, { kind: 'material-removed', id })}
                >
                  去掉
                </button>
              </div>
            </li>
          ))}
        </ol>
        <AddForm
          label="再加一项，照通知正文写"
          onAdd={text => {
            const id = newMaterialId(folder, usedIds(project))
            save('加一项共性资料', { kind: 'material-added', id, text })
          }}
        />
      </section>
      <ReportEditor project={project} folder={folder} />
    </div>
  )
}
