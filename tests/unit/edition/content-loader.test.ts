/** How `content/` is read: every year's folder and the site's file, and the build that stops where one is not sound. */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { editionFolders, siteFile } from '../../../src/build/content-loader'
import { runToEnd, withTools } from '../../tools'
import { expect, test } from '../runner'
import { copyContent, edit, load, realFolder, refusal } from './content-copy'

const rootFolder = fileURLToPath(new URL('../../../', import.meta.url))
test('editionFolders() loads the edition that is published, its notice’s text beside its data', async () => {
  const [edition, ...others] = await load(editionFolders(realFolder))
  expect(others).toEqual([])
  expect(edition?.id).toBe('2022')
  expect(Object.keys(edition?.data ?? {}).sort()).toEqual(['indicators', 'materials', 'notice', 'report'])
  expect(edition?.body?.trimStart()).toMatch(/^县质量强县工作委员会相关成员单位:\n/)
})

test('editionFolders() loads every year, and reads what Windows’ Notepad saved', async () => {
  const folder = copyContent()
  cpSync(join(folder, '2022'), join(folder, '2023'), { recursive: true })
  for (const name of readdirSync(join(folder, '2023'))) {
    const path = join(folder, '2023', name)
    writeFileSync(path, readFileSync(path, 'utf8').replace(/\n/g, '\r\n'))
  }
  const [first, second] = await load(editionFolders(folder))
  expect([first?.id, second?.id].sort()).toEqual(['2022', '2023'])
  expect(second?.data).toEqual(first?.data)
})

test('editionFolders() reads a notice that begins with a byte order mark', async () => {
  const folder = copyContent()
  edit(join(folder, '2022/notice.md'), /^/, '\ufeff')
  edit(join(folder, '2022/indicators.yaml'), /^/, '\ufeff')
  expect(await load(editionFolders(folder))).toEqual(await load(editionFolders(realFolder)))
})

test('editionFolders() stops the build for a missing file, and for a folder that is no year', async () => {
  const folder = copyContent()
  rmSync(join(folder, '2022/report.yaml'))
  mkdirSync(join(folder, '2023年'))
  await expect(load(editionFolders(folder))).rejects.toThrow(
    new Error(
      refusal(
        `${join(folder, '2022/report.yaml')}：缺少这个文件。请从上一年度的文件夹复制一份再修改。`,
        `${join(folder, '2023年')}：文件夹的名称必须是四位年份，如 2023；一年里有几个考核的，后面加减号和小写英文，如 2023-food。`,
      ),
    ),
  )
})

test('editionFolders() reads who is expected, where the edition says so, and checks it', async () => {
  const folder = copyContent()
  const path = join(folder, '2022', 'units.yaml')
  writeFileSync(path, '- name: 县水利局\n  departments: [water]\n  aliases: [县水务局]\n- name: 县教育局\n')
  const [edition] = await load(editionFolders(folder))
  expect(edition?.data.units).toEqual([
    { name: '县水利局', departments: ['water'], aliases: ['县水务局'] },
    { name: '县教育局' },
  ])
  writeFileSync(path, '- name: 县水利局\n  departments: [weather]\n')
  const unknown = '部门“weather”不在 departments 里。请改成已有的部门，或先把它加进 departments。'
  await expect(load(editionFolders(folder))).rejects.toThrow(refusal(`${path}：县水利局：${unknown}`))
})

test('siteFile() stops the build for an empty name', async () => {
  const path = join(copyContent(), 'site.yaml')
  expect(await load(siteFile(path))).toHaveLength(1)
  edit(path, '县质强办', "''")
  await expect(load(siteFile(path))).rejects.toThrow(new Error(refusal(`${path} 第13行：office：不能空着。`)))
})

for (const [name, written, finding] of [
  [
    'a colour too light to be read',
    "'#e8b400'",
    '颜色太浅，字看不清：与底色的对比是 1.8，至少要 4.5。请换深一些的颜色',
  ],
  ['a colour in words', '深蓝', "写成 '#1f6f54' 的样子：井号加六位数字或字母，并加引号"],
  [
    'a colour without quotes, which YAML takes for a comment',
    '#0b4ea2',
    "缺少这个字段，写成 '#1f6f54' 的样子",
  ],
] as const) {
  test(`siteFile() stops the build for ${name}`, async () => {
    const path = join(copyContent(), 'site.yaml')
    edit(path, "colour: '#0b4ea2'", `colour: ${written}`)
    await expect(load(siteFile(path))).rejects.toThrow(
      new Error(refusal(`${path} 第9行：colour：${finding}。`)),
    )
  })
}

test('editionFolders() leaves the README and its pictures alone', async () => {
  const folder = copyContent()
  mkdirSync(join(folder, 'pictures'), { recursive: true })
  writeFileSync(join(folder, 'pictures/新的图.svg'), '<svg/>')
  expect((await load(editionFolders(folder))).map(({ id }) => id)).toEqual(['2022'])
  // The last notice may be taken down.
  rmSync(join(folder, '2022'), { recursive: true })
  expect(await load(editionFolders(folder))).toEqual([])
})

test('siteFile() stops the build for a missing file, in Chinese', async () => {
  const path = join(copyContent(), 'site.yaml')
  rmSync(path)
  await expect(load(siteFile(path))).rejects.toThrow(`${path}：缺少这个文件`)
})

test('astro stops with a failure and the message, and does not only log it', withTools, async () => {
  const copy = test.info().outputPath('project')
  for (const name of ['src', 'content', 'astro.config.mjs', 'package.json', 'tsconfig.json']) {
    cpSync(join(rootFolder, name), join(copy, name), { recursive: true })
  }
  symlinkSync(join(rootFolder, 'node_modules'), join(copy, 'node_modules'), 'junction')
  // The usual caches lie in node_modules, which is not a copy.
  edit(join(copy, 'astro.config.mjs'), "'node_modules/.astro'", "'./cache'")
  edit(join(copy, 'astro.config.mjs'), 'vite: {', "vite: { cacheDir: './cache/vite',")
  edit(join(copy, 'content/2022/indicators.yaml'), 'points: 100', 'points: 99')
  const astro = join(rootFolder, 'node_modules/astro/bin/astro.mjs')
  const env = { ASTRO_TELEMETRY_DISABLED: '1' }
  const { code, stdout, stderr } = await runToEnd('node', [astro, 'sync'], { cwd: copy, env })
  expect(stdout + stderr).toContain(
    refusal(
      'content/2022/indicators.yaml：declared：声明总分 99 分，各行加起来是 100 分。请核对各行 points；各行都对的，把 declared 里的 points 改成 100。',
    ),
  )
  expect(code).toBe(1)
})
