/**
 * The sentences on what was handed in: what is wrong, with which file, what it means, what to ask the unit for.
 */

import type { BagFinding, Finding, SourceFinding, VolumeFinding } from '../core/bag/finding'
import type { ArchiveProblem } from '../core/zip/entries'
import { containerWording, sayArchiveProblem } from './archive'
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
    case 'base-missing':
      return sayVolumeFinding(finding)
    case 'foreign-zip':
    case 'nested-zip':
    case 'too-deeply-nested':
    case 'nested-problem':
    case 'stray-files':
    case 'closed-container':
    case 'split-piece':
    case 'too-many-bags':
    case 'too-many-archives':
      return saySourceFinding(finding)
    case 'more-findings':
      return `还有 ${finding.errors + finding.notices} 处没有逐条列出（其中 ${finding.errors} 处是问题）。多半是清单损坏或不是同一个包的，请让单位重新下载材料包再发来。`
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
      return `${finding.path} 用的校验方法这里不会算，没有按它核对；已按包里另一份校验清单核对，不影响结果。`
    case 'no-known-manifest':
      return '包里的校验清单用的方法这里都不会算，无法核对文件是否被改动。请让打包的单位改用 SHA-256。'
    case 'too-many-lines':
      return `${finding.path} 超过 ${finding.most} 行，后面的没有读取，也没有核对。正常打的包不会有这么多，请让单位分卷打包再发来。`
    case 'too-many-files':
      return `${finding.path} 里写了 ${finding.count} 个文件，一个材料包最多 ${finding.most} 个，没有读取填报内容，无法汇总；文件照常核对。请让单位分卷，用填报页重新打包。`
    case 'too-many-answers':
      return `${finding.path} 里写了 ${finding.count} 项填报，最多 ${finding.most} 项，没有读取填报内容，无法汇总；文件照常核对。请让单位用填报页重新打包。`
    case 'overfull-checklist':
      return `${finding.path} 里的内容太多，正常的填报不会有这么多，没有读取填报内容，无法汇总；文件照常核对。请让单位用填报页重新打包。`
    case 'bad-manifest-line':
      return `${finding.path} 第 ${finding.line} 行写法不对，可能被改动过，这一行没有核对。请让单位重新下载材料包再发来。`
    case 'bad-info-line':
      return `${finding.path} 第 ${finding.line} 行写法不对，已略过，不影响材料文件。`
    case 'loose-manifest':
      return `${finding.path} 是用别的工具写的，写法略有不同，已照样核对，不影响结果。`
    case 'unsafe-listing':
      return `${finding.manifest} 里有指向包外的路径：${finding.path}。正常打的包不会有，没有按它读取任何文件。请向单位问清这个包是怎么来的。`
    case 'listed-twice':
      return `${finding.manifest} 里同一个文件写了两遍：${finding.path}。两遍的校验值一样，但规定（BagIt 1.0）每个文件只许写一遍，清单可能被改动过。请让单位重新打包。`
    case 'repeated-line':
      return `${finding.manifest} 里同一个文件写了两遍：${finding.path}。两遍一样，不影响核对。`
    case 'unsealed-manifest':
      return `${finding.manifest} 里没有写 ${finding.path}，这份校验清单本身是否被改动无法核对；材料文件已照它核对。请让单位重新下载材料包再发来。`
    case 'named-by-content':
      return `压缩时文件名变成了乱码，已按内容认出是：${finding.path}。不影响核对。`
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
    case 'repeated-oxum':
      return `包内的材料总大小（Payload-Oxum）写了 ${finding.times} 遍，只许写一遍，可能被改动过。请让单位重新下载材料包再发来。`
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
      return `没有归到哪一项的文件：${finding.path}。可能是单位的“待归类”，也可能是后来放进去的。请向单位问清楚。`
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
      return `清单里有、包里没有：${finding.item || '待归类'} 的“${finding.name}”。文件没有装进材料包，校验清单里也没有。请让单位补交这个文件，或重新下载整个材料包。`
    case 'base-missing':
      return `这是补充包，只有退回的 ${finding.items} 项；它要补的材料包（校验码 ${finding.fingerprints.join('、')}）不在这里，合不到一起，别的各项先按原来收到的算。请把那一次收到的材料包也放进来；找不到的，请让单位整套重新报送。`
  }
}

function saySourceFinding(finding: SourceFinding): string {
  switch (finding.code) {
    case 'foreign-zip':
      return '里面没有材料包：既没有校验清单，也没有填报清单，可能是单位自己压缩的文件。请让单位从填报页下载材料包，原样发来。'
    case 'nested-zip':
      return `里面还有压缩包：${finding.path}。已打开一并核验。`
    case 'too-deeply-nested':
      return `压缩包套了太多层，有 ${finding.count} 个没有打开（如 ${finding.path}）。请解压出来再放进来。`
    case 'too-many-archives':
      return `里面的压缩包超过 ${finding.most} 个，从 ${finding.path} 起没有打开。请解压出来，分几次放进来。`
    case 'too-many-bags':
      return `里面的材料包超过 ${finding.most} 个，从 ${finding.path} 起没有核验，也没有计入。请分几次放进来。`
    case 'closed-container':
      return `里面有${containerWording[finding.found].what}：${finding.path}，没有打开。${containerWording[finding.found].todo}`
    case 'split-piece':
      return sayPiece(finding)
    case 'nested-problem':
      return `${finding.path}：${sayArchiveProblem(finding.problem)}`
    case 'stray-files':
      return `材料包旁边还有 ${finding.count} 个别的文件（如 ${finding.path}），不在任何材料包里，没有核验，也不算提交。`
  }
}

function sayPiece({ stem, from, to }: SourceFinding & { code: 'split-piece' }): string {
  const [which, others] =
    from === to
      ? [`第 ${from} 段`, '请把各段（从 .001 起）一起选进来']
      : [
          `第 ${from}～${to} 段`,
          `后面还缺，请把缺的段（.${String(to + 1).padStart(3, '0')} 起）找齐，和这几段一起选进来`,
        ]
  return `是被切成几段的压缩包“${stem}”的${which}，单独读不了。${others}，或者先用原来的压缩软件（如 7-Zip）合并成一个。`
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
