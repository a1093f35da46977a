/**
 * The files of an edition as text: YAML in the form people edit by hand, with the comments that explain it. What is
 * written here, `build/content-files` reads back the same.
 */
import { Document, isMap, isPair, isScalar, isSeq, Scalar, visit } from 'yaml'
import type { EditionFiles } from '../build/content-shape'
import type { EditionFolder } from '../build/edition'

const indicatorsHead = [
  '附件1：columns 是表的各栏，indicators 一行一条，顺序都与原表相同。',
  '文字照录原表，标点、空格、错漏都不改；要说明的写在 note（编者注）里，与原文分开显示。',
  '编号（id）一经发布就不再改动，也不挪给别的内容：各单位已填的清单按编号保存。',
  '改完请构建一次：行数、材料项数、分值合计须与 declared 相符，不符则构建停止并指出是哪一行。',
]
const materialsHead = [
  '共性资料：各单位都要交的材料，取自通知第一条的各点。',
  'text 照录通知原文（去掉序号和句末分号）；label 是材料包里文件夹的短名。编号一经发布不再改动。',
]
const reportHead = [
  '附件2：自评报告模板，一节一条，标题照录原文。',
  'placeholder 是标题里代表单位的字样，生成报告时换成单位全称。',
  'item 是盖章的报告扫描件要放进去的那一项共性资料。',
  'indicators: true 的一节按考核要点逐条填写，两个标签分别放在考核内容和落实情况前面。',
  '模板原来没有、由编者补上的一节写 fromTemplate: false，并在 note 里说明理由。',
]
const noticeHead = [
  '通知：上面是页首信息，--- 以下是正文。正文照录原文，一段一行，段间空一行。',
  '日期和电话要加引号；要说明的写在 notes（编者注）里，不写进正文。',
]

/** The files of an edition, by their names. */
export type EditionTexts = Record<'notice.md' | 'indicators.yaml' | 'materials.yaml' | 'report.yaml', string>

export function writeEdition({ files, body }: EditionFolder): EditionTexts {
  return {
    'notice.md': writeNotice(files.notice, body),
    'indicators.yaml': writeIndicators(files.indicators),
    'materials.yaml': writeMaterials(files.materials),
    'report.yaml': writeReport(files.report),
  }
}

export function writeIndicators(data: EditionFiles['indicators']): string {
  return writeYaml(
    data,
    indicatorsHead,
    ['declared', 'notes', 'columns', 'departments', 'indicators'],
    ['indicators'],
  )
}

function writeMaterials(data: EditionFiles['materials']): string {
  return writeYaml(data, materialsHead, ['items'], [])
}

export function writeReport(data: EditionFiles['report']): string {
  return writeYaml(data, reportHead, ['sections'], ['sections'])
}

function writeNotice(data: EditionFiles['notice'], body: string): string {
  return `---\n${writeYaml(data, noticeHead, [], [])}---\n\n${body}\n`
}

/** Short lists of names, which read better beside their key. */
const inOneLine = ['merged', 'departments', 'supporting']

/** Block style; a blank line before each of `apart`, and between the entries of each list of `spaced`. */
function writeYaml(data: object, head: string[], apart: string[], spaced: string[]): string {
  const document = new Document(data)
  visit(document, {
    Scalar(key, node) {
      // What YAML or a hasty reader could take for a number, a date or a key.
      const isQuoted = typeof node.value === 'string' && /^[\d+][\d\-T:+./]*$|^$|[:：]$/.test(node.value)
      if (isQuoted && key === 'value') node.type = Scalar.QUOTE_SINGLE
    },
    Pair(_, { key, value }) {
      if (isScalar(key) && inOneLine.includes(String(key.value)) && isSeq(value))
        value.flow = value.items.every(isScalar)
    },
  })
  for (const pair of isMap(document.contents) ? document.contents.items : []) {
    if (!isPair(pair) || !isScalar(pair.key)) continue
    const name = String(pair.key.value)
    pair.key.spaceBefore = apart.includes(name)
    if (!spaced.includes(name) || !isSeq(pair.value)) continue
    pair.value.items.forEach((item, index) => {
      if (isMap(item)) item.spaceBefore = index > 0
    })
  }
  const text = document.toString({ lineWidth: 0, singleQuote: true })
  return `${head.map(line => `# ${line}\n`).join('')}${apart.length > 0 ? '\n' : ''}${text}`
}
