/** A clerk's path and an office's, by the labels that the pages promise. */
import { readFile } from 'node:fs/promises'
import { expect, type TestInfo } from 'playwright/test'
import { checkBags } from '../../bag-check'
import { byItem, openBundle } from '../../site/bundle'
import { agriculture, checklistPage } from '../../site/clerk'
import { packThreeUnits } from '../../site/office'
import { png, sha256Of, writePapers } from '../../site/papers'
import type { Tab, Wanted } from './tab'

const item = '#item-0-2'
const tick: Wanted = { role: 'checkbox', name: '已备齐', within: item }
const menuOf = (name: string): Wanted => ({ role: 'button', name: `对“${name}”的操作`, within: item })

/** What came of 打开: a tab's title and text, and whether it can reach the page it was opened from; or what was saved instead. */
export type Opened = { title: string; text: string; isFree: boolean } | { saved: string }

async function open(tab: Tab, button: Wanted): Promise<Opened> {
  const { evaluateInNewTab } = tab.driver
  if (!evaluateInNewTab) return { saved: await readFile(await tab.download(button), 'utf8') }
  await tab.press(button)
  const [title, text, isFree] = ['document.title', 'document.body.innerText', 'window.opener === null']
  return evaluateInNewTab(`({ title: ${title}, text: ${text}, isFree: ${isFree} })`)
}

/** Opens the checklist page at `address`, adds and ticks, and reloads. @returns the bundle's path */
export async function fillInAndPack(tab: Tab, address: string, testInfo: TestInfo): Promise<string> {
  const plan = '2022年度质量强县工作计划'
  const photo = png(64, [30, 120, 60])
  const papers = { '工作计划.txt': plan, '现场照片.png': photo }
  const paths = await writePapers(testInfo.outputPath('材料'), papers)
  await tab.driver.goto(`${address}${checklistPage}?departments=agriculture`)
  await tab.type({ role: 'textbox', name: '单位全称' }, agriculture.name)
  await tab.press({ role: 'button', name: '开始填报' })
  await tab.pick({ role: 'file', name: '添加附件', within: item }, paths)
  for (const name of Object.keys(papers)) await tab.see(menuOf(name))
  await tab.press(tick)
  await tab.read('已保存', '[role=status]')

  await tab.driver.reload()
  await expectFilledIn(tab, Object.keys(papers))

  const zip = await tab.download({ role: 'button', name: '下载材料包' })
  expect(zip).toContain('青禾县农业农村局-2022年质量工作考核资料.zip')
  const bundle = await openBundle(zip)
  expect(bundle.findings).toEqual([])
  expect(byItem(bundle)).toEqual({
    '0-2': { '工作计划.txt': sha256Of(plan), '现场照片.png': sha256Of(photo) },
  })
  return zip
}

/** On another computer: the bundle brings all back, and it stays. @returns what came of opening one of its files */
export async function restoreAndOpen(tab: Tab, address: string, zip: string): Promise<Opened> {
  await tab.driver.goto(address + checklistPage)
  await tab.pick({ role: 'file', name: '导入材料包' }, [zip])
  await tab.read('已导入“青禾县农业农村局”：新增 2 个文件')
  await tab.driver.reload()
  await expectFilledIn(tab, ['工作计划.txt', '现场照片.png'])
  await tab.press(menuOf('工作计划.txt'))
  return open(tab, { role: 'button', name: '打开', within: item })
}

async function expectFilledIn(tab: Tab, names: readonly string[]): Promise<void> {
  await tab.see({ role: 'heading', name: agriculture.name })
  for (const name of names) await tab.see(menuOf(name))
  expect((await tab.stateOf(tick)).checked).toBe(true)
}

/** Verifies, collates, takes out a file and rolls up. @returns what came of opening the file */
export async function receiveAndRollUp(tab: Tab, address: string, testInfo: TestInfo): Promise<Opened> {
  const folder = testInfo.outputPath('收件')
  const { sound, volumes, altered } = await packThreeUnits(folder)
  await tab.driver.goto(`${address}2022/intake.html`)
  await bring(tab, [...volumes.paths, ...altered.paths, ...sound.paths])
  for (const says of [/青禾县公安局.*1 个文件被改动/s, /青禾县教育局.*文件完好/s, /青禾县水利局.*文件完好/s])
    await tab.read(says, '.matrix')

  await tab.press({ role: 'button', name: '青禾县教育局 共性 2/5，部分完成，2 / 5 项，文件 2 个' })
  const saved = await tab.download({ role: 'button', name: '另存 通知.txt' })
  expect(await readFile(saved, 'utf8')).toBe('县教育局的通知')
  const opened = await open(tab, { role: 'button', name: '打开 计划.txt' })
  await tab.press({ role: 'button', name: '关闭', within: 'dialog[open]' })

  await tab.press({ role: 'button', name: '按指标归集' })
  const rolledUp = await tab.download({ role: 'button', name: '打成一个压缩包' })
  expect(await checkBags([rolledUp])).toEqual([])
  await tab.driver.reload()
  await bring(tab, [rolledUp])
  await tab.read(/青禾县公安局.*青禾县教育局.*青禾县水利局/s, '.matrix')
  return opened
}

async function bring(tab: Tab, paths: readonly string[]): Promise<void> {
  await tab.pick({ role: 'file', name: '选择材料包' }, paths)
  await tab.read(/核验完毕，共 \d+ 个文件。/)
}
