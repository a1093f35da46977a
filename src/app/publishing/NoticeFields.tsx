import { toFill } from '../../core/edition/content'
import type { Change } from '../../publish/draft/change'
import { whereFound } from '../../publish/draft/found'
import { isAboutField } from '../../publish/draft/place'
import type { Project, Standing } from '../../publish/draft/project'
import { take } from '../../stores/publishing/project'
import { fieldNames } from '../../wording/publishing'
import { Field, TextField } from './pieces'

const needed = ['title', 'publisher', 'signatory', 'dated', 'published']
const long = ['title', 'contact.address', 'delivery']

/** Each field of the notice with where it was found, and the text as it will be printed. */
export function NoticeFields({
  project,
  standing: { folder, open },
  lines,
}: {
  project: Project
  standing: Standing
  lines: readonly string[]
}) {
  const { notice, indicators } = folder.files
  const asked = open.filter(({ question }) => isAboutField(question))
  const save = (field: string, change: Change) =>
    void take({ name: fieldNames[field] ?? '', changes: [change] })
  const textOf = (field: string): string => {
    const value = field
      .split('.')
      .reduce((at: unknown, key) => (at as Record<string, unknown> | undefined)?.[key], notice)
    const text = Array.isArray(value) ? value.join('、') : String(value ?? '')
    return text === toFill ? '' : text
  }
  return (
    <div class="publish-notice">
      <section class="card" aria-label="通知的各栏">
        <h2>通知的各栏</h2>
        {asked.length > 0 && (
          <p>
            下面各栏对照原文看一遍，不对的改过来。{' '}
            <button
              type="button"
              class="button"
              onClick={() => void take({ name: '通知各栏都核对了', answers: asked.map(({ key }) => key) })}
            >
              都核对了，答完这 {asked.length} 个问题
            </button>
          </p>
        )}
        <div class="publish-form">
          {Object.entries(fieldNames)
            .filter(([field]) => !['body', 'table-title', 'bundle-title'].includes(field))
            .map(([field, name]) => {
              const value = textOf(field)
              const found = whereFound(value, lines)
              const isMissing = needed.includes(field) && value === ''
              return (
                <div key={field} class={isMissing ? 'is-missing' : undefined}>
                  <Field label={isMissing ? `${name}（要填）` : name}>
                    <FieldInput
                      field={field}
                      value={value}
                      onChange={value => save(field, { kind: 'field', field, value })}
                    />
                  </Field>
                  <small>
                    {value === ''
                      ? '通知里没有找到'
                      : found === undefined
                        ? '通知里没有这些字，请核对'
                        : `原文：${found}`}
                  </small>
                </div>
              )
            })}
          <TextField
            label="考核要点表的标题"
            rows={2}
            value={indicators.title.replace(toFill, '')}
            isOptional
            onText={text => save('table-title', { kind: 'title', text })}
          />
        </div>
      </section>
      <section class="card" aria-label="通知正文">
        <h2>通知正文</h2>
        <p class="second">
          一段一行，段间空一行；“## ”开头的是小标题。
          {!project.notice && '还没有放通知，也可以把正文粘贴在这里。'}
        </p>
        <textarea
          class="publish-body"
          aria-label="通知正文"
          rows={24}
          value={folder.body.startsWith(toFill) ? '' : folder.body}
          onChange={({ currentTarget: { value } }) => save('body', { kind: 'body', text: value.trim() })}
        />
      </section>
    </div>
  )
}

function FieldInput({
  field,
  value,
  onChange,
}: {
  field: string
  value: string
  onChange: (value: string) => void
}) {
  if (field === 'deadline')
    return (
      <input
        type="datetime-local"
        value={value.slice(0, 16)}
        onChange={({ currentTarget: { value } }) =>
          onChange(value === '' ? '' : `${value.slice(0, 16)}:00+08:00`)
        }
      />
    )
  if (field === 'dated' || field === 'published')
    return <input type="date" value={value} onChange={({ currentTarget: { value } }) => onChange(value)} />
  if (long.includes(field))
    return (
      <textarea rows={2} value={value} onChange={({ currentTarget: { value } }) => onChange(value.trim())} />
    )
  return (
    <input type="text" value={value} onChange={({ currentTarget: { value } }) => onChange(value.trim())} />
  )
}
