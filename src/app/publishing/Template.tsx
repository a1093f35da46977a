import { useState } from 'preact/hooks'
import type { Change } from '../../publish/draft/change'
import { type Project, type Standing, usedIds } from '../../publish/draft/project'
import { newMaterialId } from '../../publish/draft/template'
import { take } from '../../stores/publishing/project'
import { Field } from './pieces'
import { ReportEditor } from './ReportEditor'

/** What every unit hands in: the bundle's name, the common materials, and the report's sections. */
export function Template({ project, standing: { folder } }: { project: Project; standing: Standing }) {
  const { materials } = folder.files
  const { items } = materials
  const [text, setText] = useState('')
  const save = (name: string, change: Change) => void take({ name, changes: [change] })
  return (
    <div class="publish-template">
      <section class="card" aria-label="共性资料">
        <h2>共性资料：各单位都要交的 {items.length} 项</h2>
        <Field label="材料包的名称，会写进文件名">
          <input
            type="text"
            value={materials.title}
            onChange={({ currentTarget: { value } }) =>
              save('材料包的名称', { kind: 'bundle-title', text: value.trim() })
            }
          />
        </Field>
        <ol class="plain publish-materials">
          {items.map(({ id, label, text }) => (
            <li key={id}>
              <Field label={`${id} 要交什么，与通知正文一字不差`}>
                <textarea
                  rows={2}
                  value={text}
                  onChange={({ currentTarget: { value } }) =>
                    value.trim() && save(`${id} 文字`, { kind: 'material', id, text: value.trim() })
                  }
                />
              </Field>
              <div class="publish-add">
                <Field label={`${id} 文件夹短名`}>
                  <input
                    type="text"
                    value={label}
                    onChange={({ currentTarget: { value } }) =>
                      value.trim() && save(`${id} 短名`, { kind: 'material', id, label: value.trim() })
                    }
                  />
                </Field>
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
        <form
          class="publish-add"
          onSubmit={event => {
            event.preventDefault()
            if (text.trim() === '') return
            setText('')
            save('加一项共性资料', {
              kind: 'material-added',
              id: newMaterialId(folder, usedIds(project)),
              text: text.trim(),
            })
          }}
        >
          <Field label="再加一项，照通知正文写">
            <input type="text" value={text} onInput={({ currentTarget: { value } }) => setText(value)} />
          </Field>
          <button type="submit" class="button">
            加上
          </button>
        </form>
      </section>
      <ReportEditor project={project} folder={folder} />
    </div>
  )
}
