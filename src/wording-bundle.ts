/** The sentences about bundles: packing, verifying, bringing back. See `wording.ts`. */
import type { ArchiveProblem } from './core/archive'
import type { Refusal } from './io/refusal'
import type { BundleFinding } from './io/verify'
import type { BundleProblem } from './stores/bundle'
import type { RefusedImport } from './stores/restore'
import { sayRecordProblem } from './wording'

/** What the browser refused, as the cause of whatever was being done. */
export const refusalWording = {
  'no-room': '浏览器的存储空间不够，请清理磁盘后再试。',
  vanished: '文件找不到了，可能已被移动、改名，或 U 盘已拔出。',
  'changed-since-picked': '文件读不出来，可能被改动过，或者正被别的程序占用。',
  blocked: '浏览器没有允许读写保存的数据，请刷新页面再试。',
  cancelled: '已按您的要求停止。',
  'checklist-gone': '这份清单已在别的窗口里删除。',
  'part-missing': '网页有一部分没有加载成功，请检查网络后再试。',
  unknown: '浏览器没有说明原因，请再试一次。',
} satisfies Record<Refusal, string>

export function sayBundleProblem(problem: BundleProblem): string {
  switch (problem.code) {
    case 'missing-bytes':
      return `没有打包：${problem.names.length} 个文件的内容不在浏览器里，请重新添加后再下载。清单里的其他内容都在。${problem.names.join('；')}`
    case 'too-large':
      return '没有打包：材料太多，一个压缩包最多 4 GB、六万多个文件。清单和文件都还在，请选择分卷。'
    case 'refused':
      return `没有打包：${refusalWording[problem.refusal]}清单和文件都还在。`
    case 'mistake':
      return `没有打包：程序出错（${problem.message}）。清单和文件都还在，请刷新页面再试一次。`
  }
}

/** A finding: what, which file, what it means. */
export function sayFinding(finding: BundleFinding): string {
  switch (finding.code) {
    case 'no-bagit-txt':
      return '缺少 bagit.txt：不是用本系统打的包，或者被重新压缩过。'
    case 'bad-bagit-txt':
      return 'bagit.txt 的内容不对，可能被改动过。'
    case 'no-manifest':
      return '缺少文件校验清单 manifest-sha256.txt，无法核对文件是否被改动。'
    case 'bad-manifest-line':
      return `${finding.path} 第 ${finding.line} 行写法不对，可能被改动过。`
    case 'missing':
      return `缺少文件：${finding.path}。校验清单里有，包里没有。`
    case 'altered':
      return `文件被改动：${finding.path}。内容与打包时不一致。`
    case 'unexpected':
      return `多出文件：${finding.path}。打包时没有它，是后来放进去的。`
    case 'wrong-oxum':
      return `文件总数或总大小与包内记载不符（记载 ${finding.declared}，实际 ${finding.found}）。`
    default:
      return sayArchiveProblem(finding)
  }
}

export function sayRestoreProblem(problem: RefusedImport['problem']): string {
  switch (problem.code) {
    case 'no-checklist':
      return '里面没有 checklist.json，不是本系统的材料包，没有导入。'
    case 'not-json':
      return '清单内容读不出来，可能没有下载完整，没有导入。请换原来的文件再试。'
    case 'record':
      return `没有导入：${sayRecordProblem(problem.problem)}`
    case 'archive':
      return sayArchiveProblem(problem.problem)
    case 'unreadable':
      return `没有导入：${refusalWording[problem.refusal]}`
    case 'other-edition':
      return `是 ${problem.edition} 年度的材料包，请到 ${problem.edition} 年度的填报页导入。这里没有改动。`
  }
}

function sayArchiveProblem(problem: ArchiveProblem): string {
  switch (problem.code) {
    case 'not-a-zip':
      return sayNotAZip[problem.found]
    case 'truncated':
      return '压缩包不完整，后面一段没有了，多半是没有下载完或邮件附件被截断。请让对方重新发送。'
    case 'split-archive':
      return '是分割成 .z01、.z02 的压缩包，请先用原来的压缩软件合并成一个。'
    case 'zip64':
      return '是超大格式（ZIP64）的压缩包，这里读不了。请分卷后再试。'
    case 'bad-directory':
      return '压缩包的目录损坏，读不出里面的文件。请换原来的文件再试。'
    case 'too-many-entries':
      return `压缩包里的文件超过 ${problem.most} 个，没有读取。`
    case 'too-large':
      return '压缩包里的文件解开后太大，没有读取。'
    case 'unsafe-path':
      return `路径不安全，没有读取：${problem.path}`
    case 'duplicate-path':
      return `同一个路径出现两次，只取第一个：${problem.path}`
    case 'encrypted':
      return `加了密码，没有读取：${problem.path}。请去掉密码重新打包。`
    case 'lying-size':
      return `大小与记载不符，没有读取：${problem.path}。压缩包可能损坏。`
    case 'overlapping-entries':
      return `与别的文件重叠，没有读取：${problem.path}。压缩包可能损坏。`
    case 'damaged-entry':
      return `已损坏，没有读取：${problem.path}`
    case 'unsupported-method':
      return `用了少见的压缩方式，没有读取：${problem.path}。请用普通的 ZIP 格式重新压缩。`
    case 'oversized-entry':
      return `解开后太大，没有读取：${problem.path}`
    case 'bomb':
      return `压缩比异常，没有读取：${problem.path}`
    case 'prepended-bytes':
    case 'appended-bytes':
      return `压缩包${problem.code === 'appended-bytes' ? '后' : '前'}面多出 ${problem.bytes} 个字节，不影响里面的文件。`
    case 'clashing-paths':
      return `两个文件只有大小写或写法不同，在 Windows 上解压会互相覆盖：${problem.path} 与 ${problem.other}`
  }
}

const sayNotAZip: Record<(ArchiveProblem & { code: 'not-a-zip' })['found'], string> = {
  nothing: '是空文件，没有内容。',
  rar: '是 RAR 压缩包。请让对方发送原来的 ZIP，不要重新压缩。',
  '7z': '是 7z 压缩包。请让对方发送原来的 ZIP，不要重新压缩。',
  other: '不是 ZIP 压缩包。请选择本系统下载的材料包（.zip）或文字备份（.json）。',
}

/** Why there is no report or inventory; nothing of what was written is touched by it. */
export function sayPaperRefusal(refusal: Refusal): string {
  return `没有生成：${refusalWording[refusal]}填写的内容都在。`
}
