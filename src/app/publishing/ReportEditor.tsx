import type { EditionFiles } from '../../build/content-shape'
import type { EditionFolder } from '../../build/edition'
import { earlierOf, type Project } from '../../publish/draft/project'
import { addSection, moveSection } from '../../publish/draft/template'
import { take } from '../../stores/publishing/project'
import { Field } from './pieces'

type Report = EditionFiles['report']
type Section = Report['sections'][number]

/** The report that every unit writes: its title, its sections, and where the sealed one goes. */
export function ReportEditor({ project, folder }: { project: Project; folder: EditionFolder }) {
  const { report, materials } = folder.files
  const { sections } = report
  const change = (name: string, fields: Partial<Report>) =>
    void take({ name: `报告 ${name}`, changes: [{ kind: 'report', report: { ...report, ...fields } }] })
  const set = (place: number, fields: Partial<Section>) =>
    change('一节', {
      sections: sections.map((section, i) => (i === place ? { ...section, ...fields } : section)),
    })
  const move = (place: number, by: number) =>
    change('调整顺序', { sections: moveSection(sections, place, by) })
  return (
    <section class="card" aria-label="自评报告模板">
      <h2>自评报告模板：{sections.length} 节</h2>
      <div class="publish-form">
        <Field label="报告的标题">
          <input
            type="text"
            value={report.title}
            onChange={({ currentTarget: { value } }) =>
              value.trim() && change('标题', { title: value.trim() })
            }
          />
        </Field>
        <Field label="标题里代表单位的字">
          <input
            type="text"
            value={report.placeholder}
            onChange={({ currentTarget: { value } }) =>
              value.trim() && change('代表单位的字', { placeholder: value.trim() })
            }
          />
        </Field>
        <Field label="盖章的报告放进哪一项">
          <select
            value={report.item ?? ''}
            onChange={({ currentTarget: { value } }) => change('放进哪一项', { item: value || undefined })}
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
        {sections.map((section, i) => (
          <li key={section.id}>
            <Field label={`第 ${i + 1} 节的标题`}>
              <input
                type="text"
                value={section.heading}
                onChange={({ currentTarget: { value } }) => value.trim() && set(i, { heading: value.trim() })}
              />
            </Field>
            <p class="actions">
              <label class="publish-tick">
                <input
                  type="checkbox"
                  checked={section.indicators ?? false}
                  onChange={({ currentTarget: { checked } }) =>
                    set(i, { indicators: checked ? true : undefined, ...(checked && labelsOf(section)) })
                  }
                />
                逐条对照考核要点写
              </label>
              <button type="button" class="button quiet" disabled={i === 0} onClick={() => move(i, -1)}>
                上移
              </button>
              <button
                type="button"
                class="button quiet"
                disabled={i + 1 === sections.length}
                onClick={() => move(i, 1)}
              >
                下移
              </button>
              <button
                type="button"
                class="button quiet"
                disabled={sections.length === 1}
                onClick={() => change('去掉一节', { sections: sections.filter((_, at) => at !== i) })}
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
          change('加一节', {
            sections: addSection(
              sections,
              '新的一节',
              earlierOf(project).map(({ folder }) => folder),
            ),
          })
        }
      >
        加一节
      </button>
    </section>
  )
}

/** What stands before each row's content and answer, where the section never had such words. */
function labelsOf({ contentLabel = '考核内容：', answerLabel = '落实情况：' }: Section) {
  return { contentLabel, answerLabel }
}
