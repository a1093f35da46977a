/** The words that a portal prints around a notice: labels of fields, and marks of the page that are no part of it. */

const labels: [string, string][] = [
  ['索引号', '索\\s*引\\s*号'],
  ['文号', '(?:发\\s*文\\s*字\\s*号|文\\s*号)'],
  ['发文机构', '发\\s*[文布]\\s*机\\s*[构关]'],
  ['主题分类', '主\\s*题\\s*分\\s*类'],
  ['名称', '名\\s*称'],
  ['发布日期', '发\\s*布\\s*[日时]\\s*[期间]'],
  ['有效性', '有\\s*效\\s*性'],
  // Known, so that they end the field before them; the site has no place for them.
  [
    '',
    '(?:文件|组配|信息|公开)\\s*(?:分类|类别|方式|属性)|所\\s*属\\s*机\\s*构|成\\s*文\\s*日\\s*期|发\\s*文\\s*日\\s*期|体\\s*裁|关\\s*键\\s*词|主\\s*题\\s*词|废\\s*止\\s*日\\s*期|有\\s*效\\s*期|服\\s*务\\s*对\\s*象|内\\s*容\\s*概\\s*述|公\\s*开\\s*日\\s*期|生\\s*成\\s*日\\s*期|责\\s*任\\s*部\\s*门',
  ],
]
const label = new RegExp(
  `(?<=^|\\s|[|｜【\\[])(?:${labels.map(([, pattern]) => `(${pattern})`).join('|')})\\s*[:：\\]】]`,
  'g',
)
const noise =
  /^[【[]?\s*(信息来源|文章来源|来源|浏览次数|浏览量|浏览|点击数?|点击量|阅读次?数?|访问量|发布时间|更新时间|发布人|字体|字号|打印|关闭|作者|编辑|责任编辑|审核|分享到?|我要纠错|扫一扫|当前位置|您(现在)?(所在)?的?位置|收藏|保存|视力保护色|背景色|朗读|附件下载|相关(文档|链接|附件)|上一篇|下一篇|版权所有|主办|承办|网站标识码|备案)/

/** Whether a line is a field of the portal, or a mark of its page. */
export function isOfPortal(line: string): boolean {
  return noise.test(line.trim()) || [...line.matchAll(label)].length > 0
}

/** The fields of some lines by their label without spaces; those that the site has no place for are left out. */
export function portalFields(text: string): Map<string, string> {
  const found = [...text.matchAll(label)]
  const fields = new Map<string, string>()
  for (const [i, match] of found.entries()) {
    const place = match.slice(1).findIndex(group => group !== undefined)
    const name = labels[place]?.[0] ?? ''
    const value = text.slice(match.index + match[0].length, found[i + 1]?.index).trim()
    if (name !== '' && value !== '' && !fields.has(name))
      fields.set(name, value.split(/\s{2,}|\n/)[0] ?? value)
  }
  return fields
}

/** A line's parts between the labels of fields. */
export function valuesIn(line: string): string[] {
  return line
    .replace(label, '\n')
    .split('\n')
    .map(part => part.trim())
    .filter(part => part !== '')
}
