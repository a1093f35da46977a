/** Tars of every format, whole and damaged. */

import { recognizeContainer, recognizeMistaken } from '../../../src/core/zip/container'
import type { ArchiveProblem } from '../../../src/core/zip/entries'
import { openTar } from '../../../src/io/zip/open-tar'
import { needs, withTools } from '../../tools'
import { expect, test } from '../runner'
import { type Bytes, type Content, joined } from './archives'
import { blocksOf, packTar, tarHeader, tarOf } from './tars'

async function readTar(bytes: Bytes): Promise<{ content: Content; problems: ArchiveProblem[] }> {
  const { entries, problems, open } = await openTar(new Blob([bytes]))
  const content: Content = {}
  for (const entry of entries) content[entry.path] = await (await open(entry)).text()
  return { content, problems }
}

const long = `${'很长的文件夹名'.repeat(9)}/${'很长的文件名'.repeat(9)}.txt`
const files = { 'data/报告.txt': '报告', 'data/空.txt': '', 'a.bin': 'x'.repeat(1500) }

for (const format of ['v7', 'ustar', 'gnu', 'pax'] as const) {
  test(
    `openTar() reads what tar packs as ${format}, in Chinese, and long names where the format has them`,
    withTools,
    async () => {
      needs('tar')
      const all = format === 'v7' || format === 'ustar' ? files : { ...files, [long]: '长' }
      const bytes = packTar(all, format)
      expect(recognizeContainer(bytes.subarray(0, 512))).toBe('tar')
      const { content, problems } = await readTar(bytes)
      expect(content).toEqual(all)
      expect(problems.map(({ code }) => code)).toEqual(['odd-paths'])
    },
  )
}

test('openTar() reads headers as anybody writes them: without magic, in base 256, with links and devices between', async () => {
  expect(await readTar(tarOf({ 'a.txt': '甲' }, '\0'))).toEqual({ content: { 'a.txt': '甲' }, problems: [] })
  const wide = Buffer.from(tarHeader('b.txt', 0))
  wide.set([0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3], 124)
  wide.write('        ', 148)
  wide.write(
    `${wide
      .reduce((sum, byte) => sum + byte, 0)
      .toString(8)
      .padStart(6, '0')}\0 `,
    148,
  )
  const links = [tarHeader('link', 0, '2'), tarHeader('folder/', 0), tarHeader('device', 0, '3')]
  const bytes = joined(...links, new Uint8Array(wide), blocksOf('乙'), new Uint8Array(1024))
  expect(await readTar(bytes)).toEqual({ content: { 'b.txt': '乙' }, problems: [] })
})

test('openTar() reads what is whole of a tar that was cut or has a broken header, and says where it ends', async () => {
  const whole = tarOf({ 'a.txt': '甲', 'b.txt': 'x'.repeat(2000), 'c.txt': '丙' })
  const cut = { code: 'cut-tar', path: 'a.txt' } as const
  expect(await readTar(whole.slice(0, 2500))).toEqual({ content: { 'a.txt': '甲' }, problems: [cut] })
  const broken = whole.slice()
  broken[1024 + 130] = 0x39
  expect(await readTar(broken)).toEqual({ content: { 'a.txt': '甲' }, problems: [cut] })
  expect(await readTar(tarOf({ '../../a.txt': '甲', 'b.txt': '乙' }))).toEqual({
    content: { 'b.txt': '乙' },
    problems: [{ code: 'unsafe-path', path: '../../a.txt' }],
  })
})

const heads: [container: ReturnType<typeof recognizeContainer>, hex: string][] = [
  ['rar', '526172211a0700'],
  ['rar', '526172211a070100'],
  ['7z', '377abcaf271c0004'],
  ['gzip', '1f8b0800'],
  ['gzip', '1f8b0808'],
  ['xz', 'fd377a585a000004'],
  ['bzip2', '425a6839'],
  ['zstd', '28b52ffd24'],
  ['cab', '4d5343460000000000'],
  ['ole', 'd0cf11e0a1b11ae10000'],
  ['program', '4d5a9000'],
  ['zip-part', '504b0708504b0304'],
  ['other', '504b'],
  ['other', '25504446'],
  ['nothing', ''],
]

test('recognizeContainer() goes by the first bytes', () => {
  for (const [container, hex] of heads)
    expect(recognizeContainer(new Uint8Array(Buffer.from(hex, 'hex'))), hex).toBe(container)
  expect(recognizeContainer(new Uint8Array(512))).toBe('other')
})

test('recognizeMistaken() tells what came instead of an archive', () => {
  const tell = (text: string) => recognizeMistaken(new Uint8Array(Buffer.from(text, 'latin1')))
  expect(['<!DOCTYPE html><title>', '\xef\xbb\xbf\r\n<html lang="zh">'].map(tell)).toEqual([
    'web-page',
    'web-page',
  ])
  expect(['Received: from a', 'X-QQ-mid: 1', 'From: =?gb18030?B?'].map(tell)).toEqual([
    'mail',
    'mail',
    'mail',
  ])
  expect(tell('L\0\0\0\x01\x14\x02\0')).toBe('shortcut')
  expect(['', '%PDF-1.7', '{"format":1}', '通知', '<?xml version="1.0"?>'].map(tell)).toEqual(
    Array.from({ length: 5 }, () => 'other'),
  )
})
