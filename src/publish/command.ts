/** The publisher's two commands: arguments in, Chinese sentences out, 0 when all is well and 1 when not. */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { readEditions, readSite } from '../build/content-files'
import { createEdition, protocolName } from './new-edition'
import { Refusal } from './refusal'
import { sayRefusal, usage } from './wording'

type Print = (line: string) => void

/** Runs `new-edition` or `check-content`; `base` is the content folder, paths are those of the person's own folder. */
export async function runCommand(
  [name, ...args]: string[],
  {
    base = process.env.CONTENT ?? 'content',
    from = process.env.INIT_CWD ?? process.cwd(),
    print = console.log as Print,
  } = {},
): Promise<0 | 1> {
  if (name === 'check-content') return checkContent(base, print)
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { table: { type: 'string' }, notice: { type: 'string' }, force: { type: 'boolean' } },
    })
    const [year = '', ...words] = positionals
    if (words.length > 0) throw new Refusal({ code: 'stray-words', words })
    if (values.table === undefined) throw new Refusal({ code: 'no-table-given' })
    const edition = await createEdition({
      base,
      year,
      table: resolve(from, values.table),
      notice: values.notice === undefined ? undefined : resolve(from, values.notice),
      force: values.force,
    })
    const { rows, items, points } = edition.indicators.data.declared
    print(`已写好 ${base}/${year}/：${rows} 行、${items} 个材料项，分值合计 ${points} 分。`)
    print(`要您决定的有 ${edition.questions.length} 处，写在 ${base}/${year}/${protocolName}，请逐条核对。`)
  } catch (error) {
    if (error instanceof Refusal) print(sayRefusal(error.reason, error.file))
    else if (error instanceof TypeError && 'code' in error) print(usage)
    else throw error
    return 1
  }
  print('')
  return checkContent(base, print)
}

/** Everything the build would stop at, one line a finding. */
function checkContent(base: string, print: Print): 0 | 1 {
  const findings: string[] = []
  const editions = readEditions(base, findings)
  readSite(resolve(base, 'site.yaml'), findings)
  for (const finding of findings) print(`✗ ${finding}`)
  print(
    findings.length === 0
      ? `检查通过：${editions.length} 个年度，没有发现问题。可以构建了（npm run build）。`
      : `有 ${findings.length} 处要改。改好保存，再运行一次 npm run check-content。`,
  )
  return findings.length === 0 ? 0 : 1
}
