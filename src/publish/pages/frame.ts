/** Every page's frame: metadata for portals, the policy that forbids all connections, header, navigation, footer. */
import type { PageContext } from '../../build/edition'
import { attributes, type Html, html, raw } from './html'

export interface Frame {
  title: string
  /** The entry of the navigation that stands for this page. */
  here?: 'notice' | 'indicators' | 'checklist' | 'intake' | 'help' | 'publish' | undefined
  /** The newest where it is absent. */
  edition?: string | undefined
  /** True in a single-file edition: its navigation leads only to the pages in that file. */
  single?: boolean | undefined
  /** Portal metadata of an article: its date and source. */
  article?: { title: string; published: string; source: string; keywords: string[] } | undefined
  class?: string | undefined
}

/** What stands in `<head>` before the stylesheet. `policy` is false where the pages are only being developed. */
export function printHead(frame: Frame, { site }: PageContext, policy = true): Html {
  const { title, article } = frame
  // GB/T and 国办 rules for government sites name these metas; empty ones are left out.
  const metas = {
    SiteName: site.name,
    SiteDomain: site.domain,
    SiteIDCode: site.siteIdCode,
    ColumnName: site.column,
    ColumnType: site.column,
    ArticleTitle: article?.title,
    PubDate: article?.published,
    ContentSource: article?.source ?? site.organization,
    Keywords: article?.keywords.join(','),
    Author: site.organization,
    Description: site.description,
  }
  const pieces = [
    html`<meta charset="utf-8">`,
    policy && html`<meta http-equiv="Content-Security-Policy" content="${raw(policyOf(frame))}">`,
    html`<meta name="viewport" content="width=device-width, initial-scale=1">`,
    html`<meta name="renderer" content="webkit">`,
    html`<meta http-equiv="X-UA-Compatible" content="IE=edge">`,
    html`<meta name="referrer" content="no-referrer">`,
    html`<meta name="format-detection" content="telephone=no">`,
    Object.entries(metas).map(
      ([name, content]) => content && html`<meta name="${name}" content="${content}">`,
    ),
    html`<title>${title === site.name ? title : `${title} - ${site.name}`}</title>`,
    html`<link rel="stylesheet" href="/theme.css">`,
    html`<link rel="icon" href="/favicon.svg">`,
  ]
  return html`${pieces}`
}

/**
 * Only pages that take files in run WebAssembly, for digests three times as fast (`io/files/hasher`), and show a file in a
 * frame, whose styles come as an address of their own: a frame without rights is held to this policy too. The publisher's
 * page shows pages in a frame, and no more.
 */
function policyOf({ here }: Frame): string {
  const takesFiles = here === 'checklist' || here === 'intake'
  const sources: [directive: string, sources: string][] = [
    ['default-src', "'none'"],
    ['script-src', takesFiles ? "'self' 'wasm-unsafe-eval'" : "'self'"],
    ['style-src', takesFiles ? "'self' data:" : "'self'"],
    ['img-src', "'self' blob: data:"],
    ['worker-src', "'self' blob:"],
    ['frame-src', takesFiles || here === 'publish' ? 'blob:' : ''],
    ['media-src', takesFiles ? 'blob:' : ''],
    ['connect-src', "'none'"],
    ['manifest-src', "'self'"],
    ['base-uri', "'none'"],
    ['form-action', "'none'"],
  ]
  return sources.flatMap(([directive, allowed]) => (allowed ? [`${directive} ${allowed}`] : [])).join('; ')
}

/** What stands above `<main>`. */
export function printHeader(frame: Frame, { site, editions }: PageContext): Html {
  return html`
    <a class="skip" href="#main">跳到正文</a>
    <header class="site-header">
      <div class="width">
        <a class="site-name" href="${frame.here === 'publish' && frame.single ? '#main' : '/index.html'}"><span class="mark" aria-hidden="true">${site.mark}</span>${site.name}</a>
        <nav aria-label="主导航">
          ${navigationOf(frame, frame.edition ?? editions[0]?.id ?? '').map(
            ({ id, name, href }) => html`
              <a href="${href}"${attributes({ 'aria-current': frame.here === id && 'page' })}>
                ${name}
              </a>
            `,
          )}
        </nav>
        <button type="button" class="large-text" id="large-text" aria-pressed="false" hidden>大字</button>
      </div>
    </header>
    <div class="banner warning" id="too-old" role="alert" hidden>
      <p class="width">
        <strong>这个浏览器太旧，不能填报。</strong>请换用 360 安全浏览器（极速模式）、Edge、Chrome、火狐，或统信、麒麟系统自带的浏览器（内核为 Chromium
        86 以上）。正在用 360 的，请点地址栏右边的图标，从“兼容模式”切换到“极速模式”。通知和考核要点可以照常看、照常打印。
      </p>
    </div>
    <div class="banner warning" id="inside-chat" role="alert" hidden>
      <div class="width">
        <strong>请在浏览器中打开。</strong>微信、QQ 里的窗口保存不了材料包。点右上角的“…”，选“在浏览器打开”；或者复制网址，到浏览器里粘贴：
        <span class="address">
          <input type="text" readonly aria-label="本页网址">
          <button type="button" class="button">复制网址</button>
        </span>
      </div>
    </div>
    <div class="banner" id="update" aria-live="polite" hidden>
      <p class="width">
        网页有新版本。已保存的内容不受影响，手头的填完再更新也可以。
        <button type="button" class="button">现在更新</button>
      </p>
    </div>
  `
}

function navigationOf({ here, single = false }: Frame, edition: string) {
  const isIntake = here === 'intake'
  const tool = { id: 'publish', name: '制作', href: '/publish.html', shown: here === 'publish' }
  // The tool as a file leads nowhere; without any edition there is only the home page.
  if (here === 'publish' && single) return [{ ...tool, href: '#main' }]
  if (!edition) return tool.shown ? [tool] : []
  return [
    { id: 'notice', name: '通知', href: `/${edition}/index.html`, shown: !(single && isIntake) },
    { id: 'indicators', name: '考核要点', href: `/${edition}/indicators.html`, shown: true },
    { id: 'checklist', name: '填报', href: `/${edition}/checklist.html`, shown: !(single && isIntake) },
    // Only the office's own page names it here; elsewhere it stands in the footer, out of the clerk's way.
    { id: 'intake', name: '收件核验', href: `/${edition}/intake.html`, shown: isIntake },
    tool,
    { id: 'help', name: '使用说明', href: '/help.html', shown: true },
  ].filter(({ shown }) => shown)
}

/** What stands below `<main>`. */
export function printFooter({ here, edition, single = false }: Frame, { site, editions }: PageContext): Html {
  const leadsToIntake = !single && here !== 'intake'
  return html`
    <footer class="site-footer">
      <div class="width">
        <p>
          收件单位：${site.organization}
          ${leadsToIntake && html`<a class="office" href="/${edition ?? editions[0]?.id ?? ''}/intake.html">收件核验（收件单位用）</a>`}
        </p>
        <p>本网站不上传任何内容：填写的文字和添加的文件只保存在您自己的浏览器里。请勿录入涉密内容。</p>
      </div>
    </footer>
  `
}
