/** The publisher's page and `new-edition` are one code: every table gives the same edition, questions and findings in both. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readEditions, readSite } from '../../../src/build/content-files'
import { readFiles } from '../../../src/io/publishing/read-files'
import { writeEdition } from '../../../src/publish/content-writer'
import type { Change } from '../../../src/publish/draft/change'
import { type Project, replay, type Standing } from '../../../src/publish/draft/project'
import { createEdition, protocolName } from '../../../src/publish/new-edition'
import { sayContentProblem } from '../../../src/wording/content'
import { copyContent, filesBelow } from '../edition/content-copy'
import { expect, test } from '../runner'
import { large } from '../strength'

const folder = fileURLToPath(new URL('../../fixtures/tables/', import.meta.url))
const notices = readdirSync(folder).filter(name => name.startsWith('notice-'))
const cases: [table: string, notice: string | null][] = [
  ...readdirSync(folder).flatMap((name): [string, null][] => (notices.includes(name) ? [] : [[name, null]])),
  ...notices.map((name): [string, string] => ['no-score.html', name]),
]

/** What tells the ways apart by which a table or a notice is read. */
const kindOf = ([table, notice]: (typeof cases)[number]) => extname(notice ?? table)

for (const one of cases) {
  const [table, notice] = one
  const isFirst = one === cases.find(other => kindOf(other) === kindOf(one))
  const title = `${[table, notice].filter(Boolean).join(' with ')} through the page’s code and the command’s`
  test(title, isFirst ? {} : large, async () => {
    const base = copyContent()
    const { project, edition } = await throughPage(base, table, notice)
    const made = await createEdition({
      base,
      year: '2023',
      table: folder + table,
      ...(notice && { notice: folder + notice }),
    })
    expect(edition.questions).toEqual(made.questions)
    const standing = replay(project, edition)
    expect(standing.open.map(({ question }) => question)).toEqual(made.questions)
    const written = Object.entries(writeEdition(standing.folder)).map(([name, text]) => [
      join(base, '2023', name),
      text,
    ])
    const { [join(base, '2023', protocolName)]: _, ...byCommand } = filesBelow(join(base, '2023'))
    expect(Object.fromEntries(written)).toEqual(byCommand)

    // Where all is filled in and the total is not right, both say so, and both stop.
    const filled = replay({ ...project, steps: [fill(standing, 999)] }, edition)
    for (const [name, text] of Object.entries(writeEdition(filled.folder)))
      writeFileSync(join(base, '2023', name), text)
    const findings: string[] = []
    readEditions(base, findings)
    expect(findings).toEqual(saidOf(filled, join(base, '2023')))
    expect(findings.join()).toContain('999')
  })
}

/** What the page makes of the files, as its worker sends it. */
async function throughPage(base: string, table: string, notice: string | null) {
  const earlier = structuredClone(readEditions(base, []).reverse())
  const site = readSite(join(base, 'site.yaml'), [])
  if (!site) throw new Error('No site.yaml')
  const files = [table, ...(notice ? [notice] : [])].map((name, id) => ({
    id,
    file: { name, bytes: new Uint8Array(readFileSync(folder + name)) },
  }))
  const order = {
    files,
    table: 0,
    notice: notice === null ? null : 1,
    year: '2023',
    earlier,
    roles: new Map(),
  }
  const answer = structuredClone(await readFiles({ ...order, head: undefined }, new Map()))
  if (!('edition' in answer)) throw new Error(JSON.stringify(answer))
  const project: Project = {
    format: 1,
    year: '2023',
    site,
    table: files[0]?.file ?? null,
    notice: null,
    earlier,
    steps: [],
  }
  return { project, edition: answer.edition }
}

/** One step that fills in what is empty. */
function fill({ problems, folder }: Standing, points: number) {
  const values: Record<string, string> = { published: '2023-12-01', dated: '2023-12-01' }
  const changes = problems.flatMap((problem): Change[] => {
    if (problem.code !== 'field-empty') return []
    const { field } = problem
    if (field === 'body') return [{ kind: 'body', text: '各单位：' }]
    if (field === 'table-title') return [{ kind: 'title', text: '考核指标表' }]
    return [{ kind: 'field', field, value: values[field] ?? '考核' }]
  })
  // Common materials of the year before don't stand in a notice that is not there.
  const without: Change[] = folder.body.startsWith('【') ? [{ kind: 'materials', items: [] }] : []
  return {
    name: '',
    changes: [...changes, ...without, { kind: 'total' as const, points }],
    answers: [],
    roles: [],
  }
}

function saidOf({ problems }: Standing, folder: string): string[] {
  return problems.map(problem =>
    problem.code === 'unsound'
      ? `${join(folder, problem.problem.file)}：${problem.problem.entry}：${sayContentProblem(problem.problem)}`
      : problem.field,
  )
}
