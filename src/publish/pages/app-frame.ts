/** The places that the scripts of the checklist and of the intake draw into, with the JSON that they read. */
import type { Edition, PageContext } from '../../build/edition'
import { type Html, html, raw } from './html'

/** `singleFile` is the address of the single-file edition; null in that file itself. */
export function checklistPage(edition: Edition, singleFile: string | null, { editions }: PageContext): Html {
  const { id, catalogue, deadline, deadlineText } = edition
  const { notice } = edition.content
  const others = editions.filter(other => singleFile && other.id !== id)
  const page = {
    catalogue,
    deadline,
    deadlineText,
    singleFile,
    otherEditions: others.map(other => ({ id: other.id, label: other.catalogue.label })),
    recipient: {
      name: notice.signatory,
      contact: notice.contact?.name,
      phone: notice.contact?.phone,
      email: notice.contact?.email,
      address: notice.contact?.address,
      delivery: notice.delivery,
    },
  }
  const withoutScript = html` <p>不开启也可以<a href="/${id}/index.html">看通知</a>、<a href="/${id}/indicators.html">看考核要点</a>，打印${catalogue.departments.length > 0 && '各部门的'}材料清单。</p> `
  return appFrame('checklist', `${catalogue.label}填报`, '填报', page, withoutScript)
}

/** `singleFile` as above. A single file has no other pages to lead to. */
export function intakePage(
  { catalogue, expected, deadline, deadlineText }: Edition,
  singleFile: string | null,
  { site, editions }: PageContext,
): Html {
  const page = {
    catalogue,
    deadline,
    deadlineText,
    editions: singleFile === null ? [] : editions.map(({ id }) => id),
    singleFile,
    office: site.office,
    organization: site.organization,
    expected,
  }
  return appFrame('intake', '收件核验', '核验', page)
}

/** The publisher's page, with the editions of this site: their ids go on in the next one. */
export function publishPage({ site, editions }: PageContext): Html {
  const page = {
    site,
    editions: editions.map(({ id, content, body, noticeHtml }) => ({
      folder: { id, files: content, body },
      noticeHtml,
    })),
  }
  return html`
    ${appFrame('publish', '制作填报网页', '制作', page)}
    <script type="application/json" id="shells">"shells-go-here"</script>
  `
}

/**
 * `id` is what the script looks for. `work` begins the sentence for browsers without script, 填报要用到 JavaScript;
 * `withoutScript` says what works there.
 */
function appFrame(id: string, title: string, work: string, page: object, withoutScript?: Html): Html {
  const data = JSON.stringify(page).replace(/</g, '\\u003c')
  return html`
    <div id="${id}">
      <div class="width stack narrow page">
        <div class="intro">
          <h1>${title}</h1>
          <noscript>
            <p>${work}要用到 JavaScript，您的浏览器现在没有开启。请开启后重新打开本页，或换用 360 安全浏览器（极速模式）、Edge、Chrome 等浏览器。</p>
            ${withoutScript}
          </noscript>
          <p class="loading" hidden>正在打开……</p>
        </div>
      </div>
    </div>
    <script type="application/json" id="page">${raw(data)}</script>
  `
}
