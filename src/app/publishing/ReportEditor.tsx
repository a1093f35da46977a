import type { EditionFolder } from '../../build/edition'
import type { Change } from '../../publish/draft/change'
import { type Project, usedIds } from '../../publish/draft/project'
import { newSectionId } from '../../publish/draft/template'
import { take } from '../../stores/publishing/project'
import { Field, TextField } from './pieces'

/** The report that every unit writes: its title, its sections, and where the sealed one goes. */
export function ReportEditor({ project, folder }: { project: Project; folder: EditionFolder }) {
  const { report, materials } = folder.files
  const { sections } = report
  const save = (name: string, change: Change) => void take({ name: `报告 ${name}`, changes: [change] })
  return (
    <section class="card" aria-label="自评报告模板">
      <h2>自评报告模板：{sections.length} 节</h2>
      <div class="publish-form">
        <TextField
          label="报告的标题"
          value={report.title}
          onText={text => save('标题', { kind: 'report-text', field: 'title', text })}
        />
        <TextField
          label="标题里代表单位的字"
          value={report.placeholder}
          onText={text => save('代表单位的字', { kind: 'report-text', field: 'placeholder', text })}
        />
        <Field label="盖章的报告放进哪一项">
          <select
            value={report.item ?? ''}
            onChange={({ currentTarget: { value } }) =>
              save('放进哪一项', { kind: 'report-item', id: value })
            }
          >
            <option value="">不放进共性资料</option>
            {materials.items.map(({ id, label }) => (
              <option key={id} value={id}>
                {id} {label}
              </option>
            ))}
          </select>
        </Field>
      </div>
      <ol class="plain publish-sections">
        {sections.map(({ id, heading, indicators }, i) => (
          <li key={id}>
            <TextField
              label={`第 ${i + 1} 节的标题`}
              value={heading}
              onText={heading => save('一节', { kind: 'section', id, heading })}
            />
            <p class="actions">
              <label class="publish-tick">
                <input
                  type="checkbox"
                  checked={indicators ?? false}
                  onChange={({ currentTarget: { checked } }) =>
                    save('一节', { kind: 'section', id, isByRow: checked })
                  }
                />
                逐条对照考核要点写
              </label>
              <button
                type="button"
                class="button quiet"
                disabled={i === 0}
                onClick={() => save('调整顺序', { kind: 'section-moved', id, by: -1 })}
              >
                上移
              </button>
              <button
                type="button"
                class="button quiet"
                disabled={i + 1 === sections.length}
                onClick={() => save('调整顺序', { kind: 'section-moved', id, by: 1 })}
              >
                下移
              </button>
              <button
                type="button"
                class="button quiet"
                disabled={sections.length === 1}
                onClick={() => save('去掉一节', { kind: 'section-removed', id })}
              >
                去掉
              </button>
            </p>
          </li>
        ))}
      </ol>
      <button
        type="button"
        class="button"
        onClick={() =>
          save('加一节', {
            kind: 'section-added',
            id: newSectionId(folder, usedIds(project)),
            heading: '新的一节',
          })
        }
      >
        加一节
      </button>
    </section>
  )
}
