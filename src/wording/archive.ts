/** The sentences about archives: what is wrong with a ZIP or tar, or odd about it, and what to do. See `finding.ts`. */
import type { ClosedContainer, Mistaken } from '../core/zip/container'
import type { ArchiveProblem, EntryProblem } from '../core/zip/entries'

export function sayArchiveProblem(problem: ArchiveProblem): string {
  switch (problem.code) {
    case 'not-a-zip':
      return sayNotAZip(problem.found)
    case 'truncated':
      return '压缩包不完整，多半是没有下载完，或邮件附件被截断。请让对方重新发送。'
    case 'split-archive':
      return '是分割成 .z01、.z02 的压缩包，请先用原来的压缩软件合并成一个。'
    case 'zip64':
      return '压缩包超过 4 GB，这里读不了。请先在电脑上解压，再把解压出来的文件夹拖进来；内容没有问题，不必重发。'
    case 'bad-directory':
      return '压缩包的目录损坏，读不出里面的文件。请换原来的文件再试。'
    case 'too-many-entries':
      return `压缩包里的文件超过 ${problem.most} 个，没有读取。请先在电脑上解压，再把文件夹拖进来，或让对方分卷后再发送。`
    case 'too-large':
      return '压缩包里的文件解开后太大，没有读取。请让对方分卷后再发送。'
    case 'many-entries':
      return sayMany(problem.problem, problem.count, problem.path)
    case 'more-archives':
      return '文件里不止一个压缩包，接在一起的另一个没有读出来。请让对方把几个压缩包分开发送。'
    case 'cut-tar':
      return `tar 包后面一段缺失或损坏${problem.path ? `（${problem.path} 之后）` : ''}，那一段没有读取。请让对方重新发送。`
    case 'odd-paths':
      return `有 ${problem.count} 个路径的写法不常见（如 ${problem.path}），已照常读取，不影响里面的文件。`
    case 'joined-archives':
      return `文件里是接在一起的 ${problem.count} 个压缩包，已分别打开一并核验。`
    case 'cut-comment':
      return '压缩包末尾的说明长度写得不对，不影响里面的文件。'
    case 'prepended-bytes':
    case 'appended-bytes':
      return `压缩包${problem.code === 'appended-bytes' ? '后' : '前'}面多出 ${problem.bytes} 个字节，不影响里面的文件。`
    case 'clashing-paths':
      return `两个文件只有大小写或写法不同，在 Windows 上解压会互相覆盖：${problem.path} 与 ${problem.other}。在这里打开不受影响。`
    default:
      return sayEntryProblem(problem)
  }
}

function sayEntryProblem(problem: EntryProblem): string {
  switch (problem.code) {
    case 'unsafe-path':
      return `路径不安全，没有读取：${problem.path}。正常打的包不会有，请问清这个压缩包是怎么来的。`
    case 'duplicate-path':
      return `同一个路径出现两次，只取第一个：${problem.path}。请问清以哪一个为准。`
    case 'encrypted':
      return `加了密码，没有读取：${problem.path}。请去掉密码重新打包。`
    case 'lying-size':
      return `大小与记载不符，没有读取：${problem.path}。压缩包可能损坏，请让对方重新发送。`
    case 'overlapping-entries':
      return `与别的文件重叠，没有读取：${problem.path}。压缩包可能损坏，请让对方重新发送。`
    case 'damaged-entry':
      return `已损坏，没有读取：${problem.path}。请让对方重新发送。`
    case 'no-room':
      return `这台电脑的浏览器腾不出内存来解开：${problem.path}。文件没有坏：请先在电脑上解压，再把文件夹拖进来，或关掉别的网页再试。`
    case 'unsupported-method':
      return `用了${methods[problem.method] ?? '少见的压缩方式'}，没有读取：${problem.path}。请先在电脑上解压，再把文件夹拖进来，或让对方用普通的 ZIP 格式重新压缩。`
    case 'oversized-entry':
      return `解开后太大，没有读取：${problem.path}。请让对方不要重新压缩，原样发送。`
    case 'bomb':
      return `压缩比异常，没有读取：${problem.path}。请让对方不要重新压缩，原样发送。`
  }
}

/** By APPNOTE 4.4.5: what Explorer uses above 2 GB, and what programs offer as better than ZIP's own. */
const methods: Record<number, string> = {
  9: ' Deflate64 压缩方式（Windows 压缩大文件夹时会用）',
  12: ' BZip2 压缩方式',
  14: ' LZMA 压缩方式',
  93: ' Zstandard 压缩方式',
  95: ' XZ 压缩方式',
  98: ' PPMd 压缩方式',
}

const manyWording: Record<EntryProblem['code'], readonly [what: string, todo: string]> = {
  'unsafe-path': ['路径不安全', '正常打的包不会有，请问清这个压缩包是怎么来的。'],
  'duplicate-path': ['路径与别的文件相同', '请问清以哪一个为准。'],
  encrypted: ['加了密码', '请让对方去掉密码重新打包。'],
  'lying-size': ['大小与记载不符', '压缩包可能损坏，请让对方重新发送。'],
  'overlapping-entries': ['与别的文件重叠', '压缩包可能损坏，请让对方重新发送。'],
  'damaged-entry': ['已损坏', '请让对方重新发送。'],
  'no-room': ['浏览器腾不出内存来解开', '文件没有坏：请先在电脑上解压，再把文件夹拖进来。'],
  'unsupported-method': ['用了少见的压缩方式', '请先在电脑上解压，再把文件夹拖进来。'],
  'oversized-entry': ['解开后太大', '请让对方不要重新压缩，原样发送。'],
  bomb: ['压缩比异常', '请让对方不要重新压缩，原样发送。'],
}

function sayMany(code: EntryProblem['code'], count: number, path: string): string {
  const [what, todo] = manyWording[code]
  return `有 ${count} 个文件${what}，没有读取（如 ${path}）。${todo}`
}

/** Names a container that is not read here, and what to ask for instead. */
export const containerWording: Record<ClosedContainer, { what: string; todo: string }> = {
  rar: packed(' RAR 压缩包'),
  '7z': packed(' 7z 压缩包'),
  gzip: packed(' gz 压缩包'),
  xz: packed(' xz 压缩包'),
  bzip2: packed(' bz2 压缩包'),
  zstd: packed(' zst 压缩包'),
  cab: packed(' CAB 压缩包'),
  ole: {
    what: '旧版或加了密码的 Office、WPS 文件（.doc、.xls、.ppt、.wps）',
    todo: '它不是材料包，不算提交。如是材料，请让单位在填报页添加后重新打包。',
  },
}

function packed(what: string): { what: string; todo: string } {
  return { what, todo: '请让对方发送原来的 ZIP，不要重新压缩；或者先在电脑上解压，再把文件夹拖进来。' }
}

function sayNotAZip(found: (ArchiveProblem & { code: 'not-a-zip' })['found']): string {
  if (found in mistakenWording) return mistakenWording[found as keyof typeof mistakenWording]
  const { what, todo } = containerWording[found as ClosedContainer]
  return `是${what}。${todo}`
}

const mistakenWording: Record<Mistaken | 'nothing' | 'other', string> = {
  nothing: '是空文件，没有内容。',
  other: '不是 ZIP 压缩包。这里要的是本系统下载的材料包（.zip）。',
  mail: '是邮件。请另存它的附件，再放进来。',
  'web-page': '是网页，多半是链接失效了。请让对方重新发送。',
  shortcut: '是快捷方式，文件没有发来。请让对方重新发送。',
}
