/** The publisher's two commands: arguments in, Chinese sentences out, 0 when all is well and 1 when not. */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { isAddress, readEditions, readSite } from '../build/content-files'
import { convertContent } from './convert-content'
import { parseColumns } from './given-columns'
import { createEdition, protocolName } from './new-edition'
import { Refusal } from './refusal'
import { sayRefusal, usage } from './refusal-wording'
import { describeEdition } from './understanding'
import { sayPoints } from './wording'

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
  if (name === 'check-content' && args.length > 0) return printUnderstanding(base, args, print)
  if (name === 'check-content') return checkContent(base, print)
  if (name === 'convert-content') return convert(base, print)
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        table: { type: 'string' },
        notice: { type: 'string' },
        columns: { type: 'string' },
        force: { type: 'boolean' },
      },
    })
    const [year = '', ...words] = positionals
    if (words.length > 0) throw new Refusal({ code: 'stray-words', words })
    if (values.table === undefined) throw new Refusal({ code: 'no-table-given' })
    const edition = await createEdition({
      base,
      year,
      table: resolve(from, values.table),
      notice: values.notice === undefined ? undefined : resolve(from, values.notice),
      columns: parseColumns(values.columns ?? ''),
      force: values.force,
    })
    const { data } = edition.indicators
    const { rows, items } = data.declared
    print(`已写好 ${base}/${year}/：${rows} 行、${items} 个材料项${sayPoints(data)}。`)
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

/** `--json <edition>`: what the site understands of one edition, findings or not; the exit status is that of the whole check. */
function printUnderstanding(base: string, args: string[], print: Print): 0 | 1 {
  const [option, edition = ''] = args
  if (option !== '--json' || !isAddress(edition) || args.length > 2) {
    print('用法：npm run check-content，或 npm run check-content -- --json 2023')
    return 1
  }
  const understood = describeEdition(base, edition)
  print(JSON.stringify(understood, null, 2))
  return understood.findings.length === 0 && findAll(base).findings.length === 0 ? 0 : 1
}

function convert(base: string, print: Print): 0 | 1 {
  const { converted, broken } = convertContent(base)
  if (converted.length > 0)
    print(
      `已改成现在的写法：${converted.join('、')}。原来的文件是旁边的 indicators.旧.yaml，核对后可以删掉。`,
    )
  if (broken.length > 0) print(`没有改：${broken.join('、')}。indicators.yaml 本身有错，请先改好再运行一次。`)
  if (converted.length + broken.length === 0) print('各年度已经是现在的写法，没有要改的。')
  return broken.length === 0 ? 0 : 1
}

/** Everything the build would stop at, one line a finding. */
function checkContent(base: string, print: Print): 0 | 1 {
  const { findings, editions } = findAll(base)
  for (const finding of findings) print(`✗ ${finding}`)
  print(
    findings.length === 0
      ? `检查通过：${editions.length} 个年度，没有发现问题。可以构建了（npm run build）。`
      : `有 ${findings.length} 处要改。改好保存，再运行一次 npm run check-content。`,
  )
  return findings.length === 0 ? 0 : 1
}

function findAll(base: string) {
  const findings: string[] = []
  const editions = readEditions(base, findings)
  readSite(resolve(base, 'site.yaml'), findings)
  return { findings, editions }
}
