/** The two commands on a copy of `content/`: what they write, what they refuse to overwrite, what they find. */
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runCommand } from '../../../src/publish/command'
import { runToEnd, withTools } from '../../tools'
import { copyContent, edit, filesBelow, realFolder } from '../edition/content-copy'
import { expect, test } from '../runner'
import { readSource } from '../samples'
import { smallTable, smallTitle } from './small-table'
import { type PlainTable, printedTable, toPage, toWord } from './table-files'

const rootFolder = fileURLToPath(new URL('../../../', import.meta.url))
const noticeFile = fileURLToPath(new URL('../../fixtures/notice-2022.txt', import.meta.url))

async function run(base: string, ...args: string[]) {
  const lines: string[] = []
  const code = await runCommand(args, { base, print: line => lines.push(line) })
  return { code, lines }
}

/** The table as a file that the command can be given. */
async function tableFile(table: PlainTable = printedTable(readSource())): Promise<string> {
  const path = test.info().outputPath('考核要点.docx')
  writeFileSync(path, await toWord([table], ['附件1', readSource().title]))
  return path
}

test('new-edition writes an edition that passes all checks, in the form of 2022', async () => {
  const base = copyContent()
  const { code, lines } = await run(
    base,
    'new-edition',
    '2023',
    '--table',
    await tableFile(),
    '--notice',
    noticeFile,
  )
  expect(lines).toEqual([
    `已写好 ${base}/2023/：35 行、69 个材料项，总分 100 分。`,
    `要您决定的有 14 处，写在 ${base}/2023/导入报告.md，请逐条核对。`,
    '',
    '检查通过：2 个年度，没有发现问题。可以构建了（npm run build）。',
  ])
  expect(code).toBe(0)
  const made = (name: string) => readFileSync(join(base, '2023', name), 'utf8')
  const real = (name: string) => readFileSync(join(realFolder, '2022', name), 'utf8')
  const withoutNotes = (yaml: string) =>
    yaml.replace(/^notes:\n( {2}- .*\n)+\n?/m, '').replace(/^ +note: .*\n/gm, '')
  expect(withoutNotes(made('indicators.yaml'))).toBe(withoutNotes(real('indicators.yaml')))
  expect(withoutNotes(made('notice.md'))).toBe(withoutNotes(real('notice.md')))
  expect(made('materials.yaml')).toBe(
    real('materials.yaml')
      .replace('title: 2022', 'title: 2023')
      .replace(/# 第4点.*\n/, ''),
  )
  expect(made('report.yaml')).toBe(
    real('report.yaml').replace('局2022', '局2023').replace('一、2022', '一、2023'),
  )
})

test('new-edition without a notice writes a skeleton that check-content does not pass', async () => {
  const base = copyContent()
  const { code, lines } = await run(base, 'new-edition', '2023', '--table', await tableFile())
  expect(code).toBe(1)
  const path = join(base, '2023', 'notice.md')
  expect(lines).toContain(`✗ ${path}：正文里还有“【待填】”，请填好。`)
  expect(lines).toContain(`✗ ${path} 第4行：title：里面还有“【待填】”，请填好。`)
  expect(lines.filter(line => line.startsWith(`✗ ${path}`))).toHaveLength(4)
})

test('new-edition overwrites nothing unless it is forced, and then keeps the ids already given', async () => {
  const base = copyContent()
  const args = ['new-edition', '2023', '--table', await tableFile(), '--notice', noticeFile]
  await run(base, ...args)
  edit(join(base, '2023', 'indicators.yaml'), "id: '1-1'", "id: '1-7'")
  const before = filesBelow(base)
  const refused = await run(base, ...args)
  expect(refused.code).toBe(1)
  expect(refused.lines[0]).toBe(
    `没有写入：${join(base, '2023')} 里已有 notice.md、indicators.yaml、materials.yaml、report.yaml、导入报告.md。` +
      '确定要覆盖，请在命令末尾加 --force；您手工改过的内容会被覆盖，请先复制一份。',
  )
  expect(filesBelow(base)).toEqual(before)
  expect((await run(base, ...args, '--force')).code).toBe(0)
  expect(readFileSync(join(base, '2023', 'indicators.yaml'), 'utf8')).toContain("id: '1-7'")
})

test('new-edition stops where an earlier edition is broken, and says where its own old files are', async () => {
  const base = copyContent()
  const args = ['new-edition', '2023', '--table', await tableFile(), '--notice', noticeFile]
  await run(base, ...args)
  writeFileSync(join(base, '2023', 'report.yaml'), 'title: [')
  expect((await run(base, ...args, '--force')).code).toBe(0)
  expect(readFileSync(join(base, '2023', '导入报告.md'), 'utf8')).toContain(
    '里原来的文件有错，没有用来核对编号',
  )
  edit(join(base, '2022', 'indicators.yaml'), 'points: 100', 'points: 99')
  expect((await run(base, ...args, '--force')).lines[0]).toContain('以前的年度里有 1 处问题')
})

test('new-edition works for a county that has no edition yet', async () => {
  const base = test.info().outputPath('content')
  mkdirSync(base)
  copyFileSync(join(realFolder, 'site.yaml'), join(base, 'site.yaml'))
  await run(base, 'new-edition', '2031', '--table', await tableFile(), '--notice', noticeFile)
  const findings = (await run(base, 'check-content')).lines
  expect(
    findings.filter(line => line.includes('indicators.yaml') || line.includes('materials.yaml')),
  ).toEqual([])
  expect(existsSync(join(base, '2031', 'report.yaml'))).toBe(true)
  expect(readFileSync(join(base, '2031', '导入报告.md'), 'utf8')).toContain('这是第一个年度，编号都是新的。')
})

test('the report lists kept, changed, new and gone, and asks what was guessed', async () => {
  const base = copyContent()
  const table = printedTable(readSource())
  const contentOf = (id: string) => table.flat().find(cell => cell.text.startsWith(id)) as { text: string }
  contentOf('开展对标达标').text = '积极开展对标达标质量提升行动。(2分)'
  contentOf('发生重大农产品').text = '接受上级通报批评。(最高扣 1 分)'
  await run(base, 'new-edition', '2023', '--table', await tableFile(table), '--notice', noticeFile)
  const report = readFileSync(join(base, '2023', '导入报告.md'), 'utf8')
  expect(report).toContain('- [ ] 8-5：与以前的“开展对标达标质量提升行动。(2分)”相近，编号沿用')
  expect(report).toMatch(
    /文字改了：1 个\n\n- 8-5：原来是“开展对标达标质量提升行动。\(2分\)”，现在是“积极开展/,
  )
  expect(report).toContain('### 新增：1 个\n\n- 14-7：接受上级通报批评。(最高扣 1 分)')
  expect(report).toContain('（编号不再使用）：1 个\n\n- 14-4：发生重大农产品质量事故。(最高扣 1 分)')
})

test('an edition made anew is still reported against the year before, and keeps its own new ids', async () => {
  const base = copyContent()
  const table = printedTable(readSource())
  const contentOf = (id: string) => table.flat().find(cell => cell.text.startsWith(id)) as { text: string }
  contentOf('开展对标达标').text = '积极开展对标达标质量提升行动。(2分)'
  contentOf('发生重大农产品').text = '接受上级通报批评。(最高扣 1 分)'
  const args = ['new-edition', '2023', '--table', await tableFile(table), '--notice', noticeFile]
  await run(base, ...args)
  const made = (name: string) => readFileSync(join(base, '2023', name), 'utf8')
  const first = [made('导入报告.md'), made('indicators.yaml')]
  expect((await run(base, ...args, '--force')).code).toBe(0)
  expect([made('导入报告.md'), made('indicators.yaml')]).toEqual(first)
})

test('check-content passes the real content', async () => {
  const { code, lines } = await run(realFolder, 'check-content')
  expect([code, lines[0]?.slice(0, 5)]).toEqual([0, '检查通过：'])
})

test('check-content prints one line a finding: file, entry, field, what to do', async () => {
  const base = copyContent()
  await run(base, 'new-edition', '2023', '--table', await tableFile(), '--notice', noticeFile)
  const file = (name: string) => join(base, '2023', name)
  edit(file('indicators.yaml'), '按照制造业产品质量合格率考核结果核算得分。(5分)', '受理群众来信。(5分)')
  edit(join(base, 'site.yaml'), 'office: 县质强办', 'office: ""')
  expect(await run(base, 'check-content')).toEqual({
    code: 1,
    lines: [
      `✗ ${file('indicators.yaml')}：1-1：这个编号在 2022 年度指的是“按照制造业产品质量合格率考核结果核算得分。”，现在成了另一件事。请换一个从未用过的编号。`,
      expect.stringContaining(`✗ ${join(base, 'site.yaml')} 第`),
      '有 2 处要改。改好保存，再运行一次 npm run check-content。',
    ],
  })
  rmSync(file('report.yaml'))
  edit(file('materials.yaml'), "id: '0-2'", "id: '0-1'")
  expect((await run(base, 'check-content')).lines).toContain(
    `✗ ${file('report.yaml')}：缺少这个文件。请从上一年度的文件夹复制一份再修改。`,
  )
})

test('npm run new-edition takes a file from the folder the person stands in', withTools, async () => {
  const folder = test.info().outputPath('桌面')
  mkdirSync(folder)
  writeFileSync(join(folder, '表.html'), toPage(smallTable().slice(0, 1), smallTitle))
  const args = ['--prefix', rootFolder, 'run', 'new-edition', '--', '2099', '--table', '表.html']
  const { code, stdout, stderr } = await runToEnd('npm', args, { cwd: folder, env: { INIT_CWD: folder } })
  const output = stdout + stderr
  expect(output).toContain('没有写入：找到了表头，但下面一行内容也没有。')
  expect(output).not.toContain('    at ')
  expect(code).toBe(1)
  expect(existsSync(join(rootFolder, 'content/2099'))).toBe(false)
})
