/**
 * The sentences on what was handed in: what is wrong, with which file, what it means, what to ask the unit for.
 */

import type { BagFinding, Finding, SourceFinding, VolumeFinding } from '../core/bag/finding'
import type { ArchiveProblem } from '../core/zip/directory'
import { sayEdition } from './edition'

export function sayFinding(finding: Finding): string {
  switch (finding.code) {
    case 'missing-volumes':
    case 'other-packing':
    case 'doubled-volume':
    case 'damaged-double':
    case 'bad-bag-count':
    case 'wrong-fingerprint':
    case 'flawed-before':
    case 'completed-since':
    case 'not-packed':
      return sayVolumeFinding(finding)
    case 'foreign-zip':
    case 'nested-zip':
    case 'too-deeply-nested':
    case 'nested-problem':
    case 'stray-files':
      return saySourceFinding(finding)
    default:
      return sayBagFinding(finding)
  }
}

function sayBagFinding(finding: BagFinding | ArchiveProblem): string {
  switch (finding.code) {
    case 'no-bagit-txt':
      return '缺少 bagit.txt：不是用本系统打的包，或者解压、重新压缩时漏了文件。其余文件照常核对；请让单位原样发送下载的材料包。'
    case 'bad-bagit-txt':
      return 'bagit.txt 的内容不对，可能被打开改动过。其余文件照常核对；请让单位原样发送下载的材料包。'
    case 'unknown-version':
      return `材料包标明的格式版本是 BagIt ${finding.version}，这里还不认识，核对结果只供参考。请让单位用本系统重新打包。`
    case 'unknown-encoding':
      return `材料包标明的文字编码“${finding.encoding}”这里不认识，已按 UTF-8 读取，中文文件名可能对不上。请让单位用本系统重新打包。`
    case 'bad-encoding':
      return `${finding.path} 里有不是 ${finding.encoding} 编码的文字，可能被别的软件改存过，其中的文件名可能对不上。请让单位原样发送下载的材料包。`
    case 'no-manifest':
      return '缺少文件校验清单 manifest-sha256.txt，无法核对材料是否齐全、是否被改动。请让单位重新下载材料包再发来。'
    case 'no-tag-manifest':
      return '缺少 tagmanifest-sha256.txt，无法核对目录和清单本身是否被改动；材料文件照常核对。请让单位重新下载材料包再发来。'
    case 'unknown-algorithm':
      return `${finding.path} 用的校验方法这里不会算，没有按它核对。请让打包的单位改用 SHA-256。`
    case 'bad-manifest-line':
      return `${finding.path} 第 ${finding.line} 行写法不对，可能被改动过，这一行没有核对。请让单位重新下载材料包再发来。`
    case 'bad-info-line':
      return `${finding.path} 第 ${finding.line} 行写法不对，已略过，不影响材料文件。`
    case 'loose-manifest':
      return `${finding.path} 是用别的工具写的，写法略有不同，已照样核对，不影响结果。`
    case 'unsafe-listing':
      return `${finding.manifest} 里有指向包外的路径：${finding.path}。正常打的包不会有，没有按它读取任何文件。请向单位问清这个包是怎么来的。`
    case 'listed-twice':
      return `${finding.manifest} 里同一个文件写了两遍：${finding.path}。两遍一样，不影响核对。`
    case 'contradicting-lines':
      return `${finding.manifest} 里同一个文件写了两遍，校验值却不同：${finding.path}。清单被改动过，已按第一遍核对。请让单位重新下载材料包再发来。`
    case 'misplaced-listing':
      return `${finding.manifest} 里写了不该由它管的文件：${finding.path}。清单可能被改动过。请让单位重新下载材料包再发来。`
    case 'clashing-listing':
      return `${finding.manifest} 里两个文件名只有大小写或写法不同，在 Windows 上解压会互相覆盖：${finding.path} 与 ${finding.other}。在这里打开不受影响。`
    case 'not-in-manifest':
      return `${finding.path} 没有写进 ${finding.manifest}，别的校验清单里却有，几份清单不一致。请让打包的单位重新打包。`
    case 'missing':
      return `缺少文件：${finding.path}。校验清单里有，包里没有，可能被删掉或改了名。请让单位补交这个文件，或重新下载整个材料包。`
    case 'altered':
      return `文件被改动：${finding.path}。内容与打包时不一致，可能打包后又编辑过，也可能传送中损坏。请核实以哪一份为准，再重新打包发来。`
    case 'unexpected':
      return `多出文件：${finding.path}。打包时没有它，是后来放进去的，不算正式提交。如要算数，请让单位在填报页添加后重新打包。`
    case 'not-fetched':
      return `缺少文件：${finding.path}。打包的单位只留了下载地址（${finding.url}），没有把文件放进来；这里不联网下载。请让单位把文件放进包里再发来。`
    case 'unlisted-fetch':
      return `fetch.txt 要求另行下载 ${finding.path}，校验清单里却没有它，取来也无法核对。请让打包的单位重新打包。`
    case 'unlisted-tag-file':
      return `目录旁边多出文件：${finding.path}。打包时没有它，不影响材料文件。`
    case 'system-file':
      return `电脑自动生成的文件：${finding.path}。不是材料，已略过。`
    case 'unreadable':
      return `读不出来：${finding.path}。文件可能已被移动、改名，或者正被别的程序占用。请关闭占用的程序、插好 U 盘，再核验一次。`
    case 'wrong-oxum':
      return `材料的总大小或个数与包内记载不符（记载 ${sayOxum(finding.declared)}，实际 ${sayOxum(finding.found)}），可能增减过文件。请让单位重新下载材料包再发来。`
    case 'newer-bundle-format':
      return `材料包由更新版本的网页打成（格式 ${finding.format}），这一版可能读不全。请打开网站上最新的收件核验页再核验一次。`
    case 'no-checklist':
      return '缺少 checklist.json：不知道每个文件对应哪一项，无法汇总。请让单位重新下载材料包再发来。'
    case 'foreign-bag':
      return '是别的工具打的 BagIt 包，里面没有填报清单：文件已核对，无法汇总。请让单位用本系统的填报页打包。'
    case 'bad-checklist':
      return finding.problem.code === 'newer-format'
        ? `${finding.path} 由更新版本的网页保存（格式 ${finding.problem.format}），这一版读不了，填报内容无法汇总；文件照常核对。请打开网站上最新的收件核验页再核验一次。`
        : `${finding.path} 不完整（${finding.problem.field}），填报内容读不出来，无法汇总；文件照常核对。请让单位重新下载材料包再发来。`
    case 'other-edition':
      return `是 ${sayEdition(finding.edition)}的材料（${finding.path}），不能汇总到本年度。请到 ${sayEdition(finding.edition)}的收件核验页打开，或向单位要本年度的材料包。`
    case 'unknown-to-checklist':
      return `清单里没有的文件：${finding.path}。它在校验清单里，填报内容却没有提到它，不知道对应哪一项。请向单位问清楚。`
    case 'repacked':
      return '材料包被解压后重新压缩过。已按里面的内容逐个核对，是否有问题以其他各条为准。'
    default:
      return sayArchiveProblem(finding)
  }
}

function sayVolumeFinding(finding: VolumeFinding): string {
  switch (finding.code) {
    case 'missing-volumes':
      return `材料包共 ${finding.count} 卷，还缺${sayVolumes(finding.volumes)}。请让单位补发缺的卷，不必全部重发。`
    case 'other-packing':
      return `收到的${sayVolumes(finding.volumes)}是另一次打包的，与这几卷不配套。请让单位把同一次下载的各卷一起发来。`
    case 'doubled-volume':
      return `第 ${finding.volume} 卷收到了不止一份，只算一份。`
    case 'damaged-double':
      return `这是第 ${finding.volume} 卷的另一份，是坏的：已用${finding.left === 0 ? '完好' : '问题较少'}的一份，这一份不计入，可以在“收到的文件”里移出。`
    case 'bad-bag-count':
      return `包内记载的卷号“${finding.declared}”看不懂，不知道是第几卷、共几卷。请让单位重新下载材料包再发来。`
    case 'wrong-fingerprint':
      return finding.declared === ''
        ? `包里没有写校验码，按文件算出来是 ${finding.found}。请与纸质目录上的校验码核对。`
        : `校验码对不上：包里写的是 ${finding.declared}，按文件算出来是 ${finding.found}。文件或清单在打包后被换过。请让单位重新下载材料包，并与纸质目录上的校验码核对。`
    case 'flawed-before':
      return `报上来的单位在核验这个单位的材料包时发现 ${finding.errors} 处问题，写在包里 汇总表.xlsx 的“核验发现”里。请向报来的单位核实。`
    case 'completed-since':
      return `报上来的单位归集时这个单位的材料不全，当时记了 ${finding.errors} 处问题；缺的文件已从这个单位自己的材料包里补齐，清单里的文件都在。`
    case 'not-packed':
      return `清单里有、包里没有：${finding.item} 的“${finding.name}”。文件没有装进材料包，校验清单里也没有。请让单位补交这个文件，或重新下载整个材料包。`
  }
}

function saySourceFinding(finding: SourceFinding): string {
  switch (finding.code) {
    case 'foreign-zip':
      return '里面没有材料包：既没有校验清单，也没有填报清单，可能是单位自己压缩的文件。请让单位从填报页下载材料包，原样发来。'
    case 'nested-zip':
      return `里面还有压缩包：${finding.path}。已打开一并核验。`
    case 'too-deeply-nested':
      return `压缩包套了太多层，没有打开：${finding.path}。请解压出来再放进来。`
    case 'nested-problem':
      return `${finding.path}：${sayArchiveProblem(finding.problem)}`
    case 'stray-files':
      return `材料包旁边还有 ${finding.count} 个别的文件（如 ${finding.path}），不在任何材料包里，没有核验，也不算提交。`
  }
}

export function sayArchiveProblem(problem: ArchiveProblem): string {
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
      return `压缩包里的文件超过 ${problem.most} 个，没有读取。请让对方分卷后再发送。`
    case 'too-large':
      return '压缩包里的文件解开后太大，没有读取。请让对方分卷后再发送。'
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
    case 'unsupported-method':
      return `用了少见的压缩方式，没有读取：${problem.path}。请用普通的 ZIP 格式重新压缩。`
    case 'oversized-entry':
      return `解开后太大，没有读取：${problem.path}。请让对方不要重新压缩，原样发送。`
    case 'bomb':
      return `压缩比异常，没有读取：${problem.path}。请让对方不要重新压缩，原样发送。`
    case 'prepended-bytes':
    case 'appended-bytes':
      return `压缩包${problem.code === 'appended-bytes' ? '后' : '前'}面多出 ${problem.bytes} 个字节，不影响里面的文件。`
    case 'clashing-paths':
      return `两个文件只有大小写或写法不同，在 Windows 上解压会互相覆盖：${problem.path} 与 ${problem.other}。在这里打开不受影响。`
  }
}

const sayNotAZip: Record<(ArchiveProblem & { code: 'not-a-zip' })['found'], string> = {
  nothing: '是空文件，没有内容。',
  rar: '是 RAR 压缩包。请让对方发送原来的 ZIP，不要重新压缩。',
  '7z': '是 7z 压缩包。请让对方发送原来的 ZIP，不要重新压缩。',
  other: '不是 ZIP 压缩包。这里要的是本系统下载的材料包（.zip）。',
}

/** `1024.3` → 1024 字节、3 个文件 */
function sayOxum(oxum: string): string {
  const parts = /^(\d+)\.(\d+)$/.exec(oxum)
  return parts ? `${parts[1]} 字节、${parts[2]} 个文件` : `“${oxum}”`
}

/** 第 1、3 卷; of very many only the first. */
function sayVolumes(volumes: readonly number[]): string {
  const shown = volumes.slice(0, 20).join('、')
  return `第 ${shown} ${volumes.length > 20 ? `等 ${volumes.length} ` : ''}卷`
}
