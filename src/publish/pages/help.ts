/** The help: each step with a picture and an edition's own labels, and where a person's data lies. */
import type { Edition } from '../../build/edition'
import { type Html, html } from './html'
import { intakeHelp } from './intake-help'

/**
 * `singleFile` is the address of the single-file edition; null in that file itself. `hasTool` where the publisher's page is
 * beside it.
 */
export function helpPage(edition: Edition, office: string, singleFile: string | null, hasTool = false): Html {
  const { heads, departments } = edition.catalogue
  const department = departments[0]?.name
  return html`
    <div class="width stack narrow help">
      <div class="intro">
        <h1>使用说明</h1>
        <p>步骤：${department ? `选${nameOf(heads.department)}` : '填单位名称'} → 备材料 → 写报告 → 核对报送。填写的内容随时自动保存，可以分几天完成。</p>
      </div>

      ${printBegin(edition)}

      ${printItems(edition)}

      ${printReport(edition)}

      ${printHandIn(office)}

      ${printData()}

      ${printQuestions(edition, singleFile)}

      ${singleFile && intakeHelp(edition, `/offline/${edition.id}-intake.html`, hasTool)}
    </div>
  `
}

/** What the notice calls 评价部门 is a 部门 in short. */
function nameOf(head: string): string {
  return head === '评价部门' ? '部门' : head
}

function printBegin({ id, catalogue }: Edition): Html {
  const { heads } = catalogue
  const department = catalogue.departments[0]?.name
  return html`
    <section class="card">
      ${
        department
          ? html` <h2>一、选${nameOf(heads.department)}</h2>
            <ol>
              <li>在<a href="/${id}/index.html">通知</a>页右侧勾上本单位对应的${heads.department}。只想先看要交哪些材料、打印出来的，点下面的“只看、打印一个${heads.department}的材料清单”。</li>
              <li>点“开始填报”，写上单位全称（与公章一致），确认${heads.department}，再点一次“开始填报”。一个单位对应几个${heads.department}的，可以同时勾几个。</li>
            </ol>
            <figure aria-hidden="true">
              <div class="choices">
                <span class="choice"><input type="checkbox" checked tabindex="-1">${department}</span>
                <span class="choice"><input type="checkbox" tabindex="-1">其他${nameOf(heads.department)}</span>
              </div>
              <span class="button primary">开始填报</span>
            </figure> `
          : html` <h2>一、填单位名称</h2>
            <ol>
              <li>在<a href="/${id}/index.html">通知</a>页右侧点“开始填报”，写上单位全称（与公章一致），再点一次“开始填报”。</li>
            </ol> `
      }
    </section>
  `
}

function printItems({ catalogue }: Edition): Html {
  const item = catalogue.materials.items[0]
  return html`
    <section class="card">
      <h2>二、逐项勾选、添加附件</h2>
      <ol>
        <li>材料准备好了，点左边的方框勾选“已备齐”。</li>
        <li>点“添加附件”选文件，可以一次选多个；也可以把文件或整个文件夹拖到这一项上，或者先点一下这一项，再按 Ctrl+V 粘贴截图。</li>
        <li>一大堆文件还没分好的，把整个文件夹拖进页面，或点“添加整个文件夹”：先放进“待归类”，页面按文件夹和文件名建议归到哪一项，看一眼再按“归入”；归错了点“撤销”。</li>
        <li>与本单位无关的，勾“不适用”并写明理由；其他要说明的写在“备注”里，例如“纸质件另附”。</li>
        <li>点文件右边的“操作”，可以打开、另存、改名、移除；一份文件能印证几项的，点“也用于其他材料项”，不必重复添加。</li>
      </ol>
      <figure aria-hidden="true">
        <div class="item is-done">
          <span class="tick"><input type="checkbox" checked tabindex="-1"><span>已备齐</span></span>
          <p class="text"><span class="id">${item?.id}</span> ${item?.text}</p>
          <span class="button">添加附件</span>
          <div class="rest">
            <div class="file">
              <div class="file-line">
                <span class="type is-pdf">PDF</span>
                <span class="file-name"><span class="head">关于成立领导小组的通知</span><span class="tail">.pdf</span></span>
                <span class="size">1.8 MB</span>
                <span class="button quiet more">操作</span>
              </div>
            </div>
          </div>
        </div>
      </figure>
      <p>页面上方显示“✓ 已保存”和时间，就是已经存好了。移除的文件可以点“撤销”，或者在第三步“核对报送”的“最近移除的文件”里恢复。</p>
    </section>
  `
}

function printReport({ catalogue }: Edition): Html {
  const place = catalogue.report.item
  const reportGoes = place ? `再把扫描件加到“${place.id} ${place.label}”里。` : '和材料包一起报送。'
  return html`
    <section class="card">
      <h2>三、写自评报告</h2>
      <ol>
        <li>“自评报告”在材料项下面，按通知附件2的模板一段一段写，写的时候自动保存。</li>
        <li>每条考核要点旁边列着这一条的材料；点“插入材料清单”，会把《文件名》等几份写到文字后面，可以再改。</li>
        <li>“自评分”可以不填；填了会算出合计，并在报告后面附一张表。</li>
        <li>点“下载自评报告”，得到排好版的 Word 文件：改好、打印、盖章，${reportGoes}</li>
      </ol>
    </section>
  `
}

function printHandIn(office: string): Html {
  return html`
    <section class="card">
      <h2>四、下载材料包，报送</h2>
      <ol>
        <li>打开第三步“核对报送”。没有齐也可以先下载，补充以后再下载一次。</li>
        <li>“核对报送”里的“检查”列出还缺什么、哪里前后不一致；点一下“检查”，逐个重读文件，按收件核验的规则检查一遍，有问题会指出是哪个文件。</li>
        <li>点页面上方的“下载材料包”，得到一个压缩包，名称里有单位全称，里面按指标分好文件夹，并有“目录.html”和校验码。</li>
        <li>浏览器提示“无法安全下载”或者把文件拦下时，点“保留”（有的在“…”里）。这是浏览器对 http 网址的提醒，文件没有问题。</li>
        <li>超过 35 MB、一封邮件发不了时，会问您用什么送：QQ、微信、U 盘是一个压缩包，邮箱是几封邮件，每封一个，都是完整的压缩包；照片太大的，可以先缩小。每封邮件的主题和正文都写好了，复制就能发。</li>
        <li>点“打印目录”，打印封面和目录，签字、盖章后与纸质材料放在一起。封面上的校验码由全部附件算出，与压缩包里的一致：附件多了、少了、改了，校验码都会不同（填报文字和自评报告不在其中）。</li>
        <li>把压缩包原样发给${office}，不要解压后重新压缩。通知要求交纸质件的，一并报送。</li>
      </ol>
      <figure aria-hidden="true">
        <div class="figure-bar">
          <span><strong>9</strong> / 9 项已完成</span>
          <span class="saved is-saved">已保存 16:02</span>
          <span class="button primary">下载材料包</span>
        </div>
      </figure>
      <p>打开压缩包：Windows 7 请用 360 压缩或 7-Zip，系统自带的解压可能把中文文件名变成乱码。先全部解压，再双击“目录.html”，点文件名就能打开文件。</p>
    </section>
  `
}

function printData(): Html {
  return html`
    <section class="card" id="returned">
      <h2>五、被退回的，补好再报</h2>
      <p>收件单位看过材料，会发来一个“审核意见”文件（.html）。双击能看、能打印；把它拖进“填报”页，或者点“导入材料包”选它，退回的各项就列出来，意见写在那一项下面。</p>
      <ol>
        <li>补一项，勾一项“已补好”；有要说明的，点“回复一句”。没有退回的各项不用动。</li>
        <li>到第三步“核对报送”，点“打成补充包并下载”：里面只有退回的几项，收件单位会把它和原来的材料包合在一起看。也可以整套重新报送。</li>
        <li>审核意见请用收到的原文件：改动过的，或者用浏览器“另存为”存过的，网页会认出来，不导入。</li>
      </ol>
    </section>

    <section class="card" id="data">
      <h2>您的内容在哪里</h2>
      <ul>
        <li>只在您这台电脑的这个浏览器里。本网站没有服务器程序，不上传、不统计、不使用 Cookie，也不连接任何其他网站。</li>
        <li>换一个浏览器、换一台电脑，看不到这里填的内容。</li>
        <li>会丢失内容的情况：清除浏览器的“网站数据”或用清理软件清理、用无痕（隐私）模式填报、浏览器设了“退出时清除”、电脑装了还原卡。</li>
        <li>所以请隔一段时间下载一次材料包：它就是备份，文字、勾选和文件都在里面。在“填报”页点“导入材料包”，就能恢复。</li>
        <li>换电脑、交给同事也一样：把材料包拷过去，在那边“导入材料包”接着填。两个人分头填的，互相导入就合并成一份；文字不一样的地方会并排列出，由您选择。</li>
        <li>从硬盘上双击打开的网页（离线版也是）共用同一份浏览器数据：来路不明的网页文件，请不要在填报用的浏览器里双击打开，它能读取离线版保存的内容。在网站上填的，别的网站读不到。</li>
        <li>请勿录入或添加涉密内容。</li>
      </ul>
    </section>
  `
}

function printQuestions({ catalogue }: Edition, singleFile: string | null): Html {
  return html`
    <section class="card">
      <h2>常见问题</h2>
      <dl>
        <dt>几个单位用同一台电脑？</dt>
        <dd>点单位名称下面的“切换单位”，可以新建、切换、删除。各单位的清单互不影响。删除的先收在“最近删除的单位”里，清空以前都能恢复。</dd>
        <dt>材料在几个股室手里？</dt>
        <dd>在“备材料”左边点“分给股室”：写上股室名称，在表里勾谁备哪一行（也可以逐项分，一项可以分给两个股室），再给每个股室“复制链接”或“生成分工文件”发过去。同事打开链接（或在填报页“导入材料包”选分工文件），只看到自己的材料，做完下载压缩包（文件名是“单位-股室”）交回来。联络员点“合并交回的文件…”选它：先后不限，重复合并不会多出来；卡片上写着谁交了、什么时候、还差什么。合错了可以“撤销这次合并”。股室的压缩包不要自己报送。</dd>
        <dt>自评报告早就用 Word 写好了？</dt>
        <dd>在“写报告”上面点“从 Word 导入”，选 .docx 文件：页面按标题和指标的原话认出每一段该放哪里，左右对照着给您看，点“写进去”才写；已经写了的不会被盖掉。.doc、.wps 请先另存为 .docx。已经盖章的，点“报告另附”，选它就是报告，网页上不用再写。</dd>
        <dt>页面说“有文件只有名称、没有内容”？</dt>
        <dd>导入时缺了几个压缩包。把缺的也导入就行；用到这些文件的材料项，内容到齐以前不算完成。</dd>
        <dt>去年填过，今年能不能接着用？</dt>
        <dd>
          能。打开今年的“填报”页，点“从 × 年的清单开始”（× 是去年的年份）；换了电脑的，先导入去年的材料包。单位信息和备注会带过来，备注逐项提示核对；勾选和附件要重新来。去年的清单不受影响。
        </dd>
        <dt>只想备份文字，不要附件？</dt>
        <dd>在第三步“核对报送”里点“下载文字备份”，得到一个小文件，同样可以导入；附件要重新添加。</dd>
        ${
          singleFile &&
          html` <dt>电脑没有网络，或者网站打不开？</dt>
              <dd>
                在有网络的电脑上<a href="${singleFile}" download="${catalogue.label}填报（离线版）.html">下载离线版</a>（一个文件，里面有通知、考核要点和填报），用 U 盘或 QQ
              传过去，双击打开就能填。浏览器拦下它时，请点“保留”。离线版和网站各存各的，用材料包或文字备份互相转移。填了以后不要移动它、改它的名字：有的浏览器（火狐）会看不到以前填的，放回原处才有。
              </dd> `
        }
        <dt>存得牢不牢、存了多少？</dt>
        <dd>看第三步“核对报送”里的“本机保存情况”。</dd>
        <dt>在微信、QQ 里打开的？</dt>
        <dd>微信、QQ 里的窗口保存不了材料包，请点右上角的“…”，选“在浏览器打开”。</dd>
        <dt>提示“存储空间不够”？</dt>
        <dd>之前保存的都在，只是最后这个文件没有加进去。请清理 C 盘，或清空“最近移除的文件”“最近删除的单位”，再添加一次。</dd>
        <dt>提示文件“找不到了”或“又被改动”？</dt>
        <dd>文件在选择以后被移动、改名、修改，或者 U 盘拔出了。请关闭正在编辑它的程序，重新选择一次。</dd>
        <dt>是“空文件”？</dt>
        <dd>文件大小是 0，多半是没有下载完整或保存失败，请找到原文件重新添加。</dd>
        <dt>页面打不开或按钮没有反应？</dt>
        <dd>请换用 360 安全浏览器（极速模式）、Edge、Chrome、火狐或统信、麒麟系统自带的浏览器的较新版本；内核为 Chromium 86 以上即可。</dd>
        <dt>字太小？</dt>
        <dd>点页面右上角的“大字”。</dd>
      </dl>
    </section>
  `
}
