/** The first page: the editions, newest first, and how it goes. */
import type { Edition, PageContext } from '../../build/edition'
import { type Html, html } from './html'
import { printDeadline } from './pieces'

export function homePage({ site, editions, now }: PageContext): Html {
  return html`
    <div class="width stack">
      <div class="intro">
        <h1>${site.name}</h1>
        <p>${site.description}</p>
      </div>
      ${editions.length === 0 && html`<p class="card">目前没有公布的通知。以前填写的内容都还在各人自己的浏览器里，没有删除。</p>`}
      ${editions.map((edition, i) => printEdition(edition, i === 0, now))}
      ${editions[0] && printSteps(editions[0])}
    </div>
  `
}

function printEdition({ id, content, catalogue }: Edition, isNewest: boolean, now: number): Html {
  return html`
    <section class="card edition" aria-labelledby="edition-${id}">
      <h2 id="edition-${id}">
        <a href="/${id}/index.html">${content.notice.title}</a>
      </h2>
      <p class="facts">
        ${content.notice.assessment ? catalogue.label : `${catalogue.label.slice(0, 4)} 年度`}
        ${
          content.notice.deadline &&
          html`${'\n'}· 报送时限 ${printDeadline(content.notice.deadline, now, true)} `
        }
      </p>
      <p class="facts">
        考核指标 ${catalogue.indicators.length} 行 · 印证材料 ${content.indicators.declared.items} 项 · 共性资料 ${catalogue.materials.items.length} 项
        ${catalogue.departments.length > 0 && `· ${catalogue.heads.department} ${catalogue.departments.length} 个`}
      </p>
      <p class="actions">
        <a class="${isNewest ? 'button primary' : 'button'}" href="/${id}/checklist.html">开始填报</a>
        <a class="button" href="/${id}/index.html">看通知</a>
        <a class="button" href="/${id}/indicators.html">看考核要点</a>
      </p>
    </section>
  `
}

function printSteps({ id, catalogue }: Edition): Html {
  return html`
    <section class="steps" aria-label="怎么用">
      <ol>
        ${
          catalogue.departments.length === 0
            ? html`<li><strong>填单位名称</strong>打开填报页，写上单位全称。</li>`
            : html`<li><strong>选部门</strong>打开通知，选择本单位对应的${catalogue.heads.department}。</li>`
        }
        <li><strong>勾选、添加附件</strong>逐项勾选“已备齐”，把文件加到对应的材料项里。随时自动保存在这台电脑上。</li>
        <li><strong>下载材料包</strong>一键生成带目录的压缩包，按通知要求报送。</li>
      </ol>
      <p>
        <a href="/help.html">使用说明</a>
        <a class="office" href="/${id}/intake.html">收件核验（收件单位用）</a>
      </p>
    </section>
  `
}
