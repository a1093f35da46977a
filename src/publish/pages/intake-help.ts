/** The office's part of the help: opening, verifying and summing up what the units hand in. `hasTool` where the publisher's page is beside it. */
import type { Edition } from '../../build/edition'
import { type Html, html } from './html'

/** `singleFile` is the address of the intake's single-file edition; null in that file itself. */
export function intakeHelp(edition: Edition, singleFile: string | null, hasTool = false): Html {
  return html`
    <section class="card" id="office">
      <h2>收件单位：核验、汇总各单位的材料包</h2>
      <ol>
        <li>打开<a href="/${edition.id}/intake.html">收件核验</a>页，把收到的压缩包一次全部拖进去，几十个也可以；整个文件夹、U 盘里的、分卷的、先后报了两次的，都不用先整理，也不用解压。</li>
        <li>每个包都逐个文件核对校验值。“文件完好”说的是收到的文件与打包时一致，不是材料已经齐全；齐不齐看“完成”一栏。有问题的写明是哪个文件、意味着什么、要请对方做什么；一个包打不开，不影响其他的。</li>
        <li>汇总表里，一行是一个单位，一列是一项考核指标。点格子看填报内容，直接打开、另存文件；点单位名称看核验情况，并核对纸质目录上的校验码。</li>
        <li>在“谁还没有报”里粘贴或导入应报单位名单，就能看出谁没有报、谁还缺什么，并生成可以直接发出去的催报的话。</li>
        <li>“导出汇总表”得到一个 Excel 文件；“打印汇总”打印一份存档；“按指标归集”把所有文件按指标、单位重新排好，分给评价部门或报给上级。</li>
        <li>单位补报以后，把新的包也拖进来：以后报的为准，并列出与上一次相比补了什么、少了什么、改了什么。收到的先后、材料的多少和填报日期对不上的（有的电脑时钟不准），会问您以哪一份为准；在单位的“历次报送”里随时可以另选。</li>
        <li>一个单位的两个股室分头填、各报一份的，负责的部门、填的项不重叠，就合在一起算一个单位；填了同一项而内容不同的，问您合并还是以哪一份为准。名称相同、编号不同的清单都会注明，请核对纸质目录上的校验码。</li>
        <li>附件里的网页（.html、.svg 等）、程序和含宏的文件会标出来：网页只按文字打开，目录里不设链接。存到硬盘的网页请不要双击：从硬盘上打开的网页共用同一份浏览器数据，里面的程序能读取别的离线页面保存的内容。</li>
        <li>核验在这台电脑上进行，不上传。本页不保存材料包：刷新或关闭以后，再拖进来一次就行，请把压缩包本身保管好。您确定的事项、输入的校验码和应报单位名单记在这台电脑的浏览器里。</li>
        ${
          singleFile &&
          html`
            <li>
              不能上网的电脑，可以<a href="${singleFile}" download="${edition.catalogue.label}收件核验（离线版）.html">下载收件核验的离线版</a>，一个文件，双击打开就能用。
            </li>
          `
        }
        ${
          hasTool &&
          html`<li>要发布新一年的通知，打开<a href="/publish.html">制作填报网页</a>：放进 Word、Excel 原件，回答几个问题，就能生成填报、收件网页和整个网站，不用装任何程序。</li>`
        }
      </ol>
    </section>
  `
}
