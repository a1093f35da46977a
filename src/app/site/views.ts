/**
 * In a single-file edition the site's pages are views of one page. This shows the view that holds the target of the
 * address's `#…`, or the first view. Without script all views are there, one below the other.
 */
const views = [...document.querySelectorAll<HTMLElement>('[data-view]')]

function showView(): void {
  const target = document.getElementById(location.hash.slice(1))
  const shown = target?.closest<HTMLElement>('[data-view]') ?? views[0]
  // A link within the open view needs no help: the browser scrolls to its target.
  if (!shown?.hidden && views.every(view => view === shown || view.hidden)) return
  for (const view of views) view.hidden = view !== shown
  for (const link of document.querySelectorAll('.site-header nav a')) {
    if (link.getAttribute('href') === `#${shown?.dataset.view}`) link.setAttribute('aria-current', 'page')
    else link.removeAttribute('aria-current')
  }
  if (target && target !== shown) target.scrollIntoView()
  else scrollTo(0, 0)
}

showView()
addEventListener('hashchange', showView)
