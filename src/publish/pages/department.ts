/** What one department must hand in, to read and to print. */
import type { Edition } from '../../build/edition'
import {
  type Catalogue,
  type Department,
  detailsOf,
  type Indicator,
  type Item,
  indicatorsOf,
  levelsAbove,
  partOf,
} from '../../core/edition/catalogue'
import { formatPart, formatScoring } from '../../core/edition/scoring'
import { type Html, html } from './html'
import { printDeadline } from './pieces'

export function departmentTitle({ name }: Department): string {
  return `${name}对应的报送材料`
}

export function departmentPage(edition: Edition, department: Department, now: number): Html {
  const { id, content, catalogue } = edition
  const { notice } = content
  const indicators = indicatorsOf(catalogue, [department.id])
  const counted = indicators.flatMap(indicator => indicator.items.filter(item => item.counted))
  return html`
    <div class="width stack narrow">
      <div class="intro">
        <p class="crumbs"><a href="/${id}/index.html">${notice.title}</a></p>
        <h1>${departmentTitle(department)}</h1>
        <p>
          考核指标 ${indicators.length} 行，印证材料 ${counted.length} 项，共性资料 ${catalogue.materials.items.length} 项。${
            notice.deadline &&
            html`${'\n'}报送时限${'\n'}${printDeadline(notice.deadline, now)} ${notice.delivery ? '，' : '。'} `
          }${notice.delivery && `${notice.delivery}。`}
        </p>
        <p class="actions">
          <a class="button primary" href="/${id}/checklist.html?departments=${department.id}">开始填报</a>
          <a class="button" href="/${id}/indicators.html#${department.id}">在考核要点中查看</a>
        </p>
      </div>
      ${printMaterials(catalogue)}
      ${indicators.map(indicator => printRow(indicator, catalogue.heads, department))}
    </div>
  `
}

function printMaterials({ materials }: Catalogue): Html | false {
  return (
    materials.items.length > 0 &&
    html`
      <section class="card indicator">
        <h2>共性资料</h2>
        <p class="content">各单位都要提交。</p>
        ${printNote(materials.note)}
        ${printItems(materials.items)}
      </section>
    `
  )
}

function printRow(indicator: Indicator, heads: Catalogue['heads'], department: Department): Html {
  const scoring = formatScoring(indicator.scoring)
  return html`
    <section class="card indicator" id="row-${indicator.id}">
      <h2>
        ${indicator.id} ${indicator.name} ${scoring && html`<span class="score">${scoring}</span>`}
      </h2>
      <p class="content">${indicator.content}</p>
      ${printDetails(indicator, heads, department)}
      ${
        indicator.evidence === ''
          ? html`<p class="none">考核要点没有为这一行列出印证材料清单；如有材料，可作为“其他印证材料”提交。</p>`
          : printItems(indicator.items.filter(item => item.counted))
      }
      ${printNote(indicator.note)}
    </section>
  `
}

/** The further fields of a row: levels, part, criteria, method, deadline, other columns. */
function printDetails(indicator: Indicator, heads: Catalogue['heads'], department: Department): Html | false {
  const part = partOf(indicator, [department.id])
  const above = levelsAbove(indicator)
  const others = indicator.departments.filter(({ id }) => id !== department.id).map(({ name }) => name)
  const details = detailsOf(indicator, heads)
  return (
    (above.length > 0 || part !== null || details.length > 0) &&
    html`
      <div class="row-facts">
        ${above.length > 0 && html`<p class="levels">${above.join(' › ')}</p>`}
        ${
          part &&
          html`
            <p class="part">
              <span class="badge is-${part}">${formatPart(part)}</span> ${others.length > 0 && `另有 ${others.join('、')}`}
            </p>
          `
        }
        ${
          details.length > 0 &&
          html`
            <dl class="row-details">
              ${details.map(
                ({ head, text }) => html`
                  <div>
                    <dt>${head}</dt>
                    <dd>${text}</dd>
                  </div>
                `,
              )}
            </dl>
          `
        }
      </div>
    `
  )
}

function printItems(items: readonly Item[]): Html {
  return html`
    <ul class="items">
      ${items.map(
        item => html`
          <li>
            <span class="box" aria-hidden="true"></span>
            <span class="id">${item.id}</span> ${item.text}
          </li>
        `,
      )}
    </ul>
  `
}

function printNote(note: string): Html | '' {
  return (
    note &&
    html`
      <p class="notes">
        <strong>编者注</strong> ${note}
      </p>
    `
  )
}
