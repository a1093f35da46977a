/** The notice as a document, and beside it the links to what a unit does next. */
import type { Edition } from '../../build/edition'
import { indicatorsOf } from '../../core/edition/catalogue'
import { formatDay } from '../../core/text/format'
import { attributes, type Html, html, raw } from './html'
import { printDeadline, printNotes } from './pieces'

/** `singleFile` is the address of the single-file edition; null in that file itself. */
export function noticePage(edition: Edition, singleFile: string | null, now: number): Html {
  return html`
    <div class="width with-aside">
      <aside class="stack">
        ${printBegin(edition, singleFile)}
        ${printWhen(edition, now)}
        ${printAnnexes(edition)}
        ${printContact(edition)}
      </aside>
      <div class="stack">
        ${printText(edition)}
        ${printTemplate(edition)}
      </div>
    </div>
  `
}

function printBegin({ id, catalogue }: Edition, singleFile: string | null): Html {
  const { departments, heads } = catalogue
  return html`
    <section class="card begin">
      <h2>${departments.length > 0 ? '本单位负责哪些指标' : '开始填报'}</h2>
      ${
        departments.length > 0 &&
        html`
          <fieldset id="departments" hidden>
            <legend>可以选几个，也可以先开始，到填报页再选。</legend>
            <ul class="chips">
              ${departments.map(
                ({ id, name }) => html`
                  <li>
                    <label class="chip">
                      <input type="checkbox" value="${id}" autocomplete="off">
                      ${name.replace(/部门$/, '')} <small>${indicatorsOf(catalogue, [id]).length} 行</small>
                    </label>
                  </li>
                `,
              )}
            </ul>
          </fieldset>
        `
      }
      <p class="go">
        <a class="button primary wide" id="begin" href="/${id}/checklist.html">开始填报</a>
      </p>
      ${
        departments.length > 0 &&
        html`
          <details class="lists">
            <summary>只看、打印一个${heads.department}的材料清单</summary>
            <ul class="plain">
              ${departments.map(
                department => html`
                  <li><a href="/${id}/departments/${department.id}.html">${department.name}</a></li>
                `,
              )}
            </ul>
          </details>
        `
      }
      ${
        singleFile &&
        html`
          <p class="alone">
            没有网络的电脑：<a href="${singleFile}" download="${catalogue.label}填报（离线版）.html">下载离线版</a>，一个文件，双击打开就能填。
          </p>
        `
      }
    </section>
  `
}

function printWhen({ content }: Edition, now: number): Html | false {
  const { deadline, delivery } = content.notice
  return (
    Boolean(deadline || delivery) &&
    html`
      <section class="card">
        <h2>${deadline ? '报送时限' : '报送方式'}</h2>
        ${deadline && html`<p class="deadline">${printDeadline(deadline, now)}</p>`}
        ${delivery && html`<p>${delivery}</p>`}
      </section>
    `
  )
}

function printAnnexes(edition: Edition): Html {
  const { indicators, report } = edition.content
  return html`
    <section class="card">
      <h2>附件</h2>
      <ul class="plain">
        <li><a href="/${edition.id}/indicators.html">附件1 ${indicators.title}</a></li>
        ${hasTemplate(edition) && html`<li><a href="#annex-2">附件2 ${report.title}（模板）</a></li>`}
      </ul>
    </section>
  `
}

function printContact({ content }: Edition): Html | false {
  const { contact = {} } = content.notice
  const contacts = [
    ['联系人', contact.name],
    ['电话', contact.phone],
    ['邮箱', contact.email],
    ['地点', contact.address],
  ].filter(([, value]) => value)
  return (
    contacts.length > 0 &&
    html`
      <section class="card">
        <h2>联系方式</h2>
        <dl class="contact">
          ${contacts.map(([name, value]) => html` <dt>${name}</dt><dd>${value}</dd> `)}
        </dl>
      </section>
    `
  )
}

function printText({ content, noticeHtml }: Edition): Html {
  const { notice } = content
  const facts: [name: string, value: string, isWide?: boolean][] = [
    ['索引号', notice.indexNumber],
    ['文号', notice.documentNumber || '—'],
    ['发文机构', notice.publisher],
    ['主题分类', notice.subject ?? ''],
    ['名称', notice.title, true],
    ['发布日期', formatDay(notice.published, true)],
    ['有效性', notice.validity ?? ''],
  ]
  return html`
    <article class="card document">
      <dl class="metadata">
        ${facts
          .filter(([, value]) => value)
          .map(
            ([name, value, isWide]) => html`
              <div${attributes({ class: isWide && 'is-wide' })}>
                <dt>${name}</dt>
                <dd>${value}</dd>
              </div>
            `,
          )}
      </dl>
      <h1>${notice.title}</h1>
      <div class="text">${raw(noticeHtml)}</div>
      <div class="signature">
        <p>${notice.signatory}</p>
        <p>${formatDay(notice.dated)}</p>
      </div>
      ${printNotes(notice.notes)}
    </article>
  `
}

function hasTemplate({ content }: Edition): boolean {
  return content.report.sections.some(({ fromTemplate }) => fromTemplate !== false)
}

function printTemplate(edition: Edition): Html | false {
  const { report } = edition.content
  return (
    hasTemplate(edition) &&
    html`
      <article class="card document" id="annex-2">
        <p class="annex">附件2</p>
        <h2 class="title">${report.title}</h2>
        <p class="center">（模板）</p>
        ${report.sections
          .filter(section => section.fromTemplate !== false)
          .map(
            section =>
              html` <h3>${section.heading}</h3> ${section.indicators && html` ${printAnswer(1, section)} ${printAnswer(2, section)} `} `,
          )}
        ${printNotes(report.sections.flatMap(section => section.note ?? []))}
      </article>
    `
  )
}

function printAnswer(place: number, section: Edition['content']['report']['sections'][number]): Html {
  return html`<p>${place}、${section.contentLabel}</p> <p>${section.answerLabel}</p>`
}
