/** What was drawn of somebody's document, as markup in which nothing runs and that names no address, with its styles apart. */

const plain =
  'section article header footer div p span b i u s em strong sub sup br ol ul li img table colgroup col thead tbody tr td th ins del ruby rt'
const drawings =
  'svg g defs rect circle ellipse line polyline polygon path image text tspan textPath foreignObject'
const formulas =
  'math mrow mi mn mo mtext msup msub msubsup msqrt mroot mfrac mover munder munderover mtable mtr mtd menclose mfenced ms mstyle mphantom'
const elements = new Set(`${plain} ${drawings} ${formulas}`.split(' '))

const geometry =
  'x y x1 y1 x2 y2 cx cy r rx ry d points width height viewBox transform fill stroke stroke-width'
const attributes = new Set(`class colspan rowspan start ${geometry}`.split(' '))
const picture = /^data:image\/(?:png|jpe?g|gif|bmp|x-ms-bmp|webp);base64,[\w+/=]*$/

/** The element that holds the text of a style until it is taken out. */
export const styleName = 'x-style'

/** Fonts that a computer may lack, and those that look like them. */
const standIns: [RegExp, string][] = [
  [/仿宋/, 'FangSong, STFangsong, serif'],
  [/楷/, 'KaiTi, STKaiti, serif'],
  [/黑/, 'SimHei, "Microsoft YaHei", sans-serif'],
  [/宋/, 'SimSun, STSong, serif'],
]

/** Cleans the tree below `root` in place. `css` has its `<style>` texts and a class for each style that stood at an element. */
export function cleanTree(root: HTMLElement): { html: string; css: string } {
  const sheets = Array.from(root.querySelectorAll(styleName), ({ textContent }) => textContent ?? '')
  const classes = new Map<string, string>()
  for (const element of Array.from(root.querySelectorAll<HTMLElement | SVGElement>('*'))) {
    if (!elements.has(element.localName)) drop(element)
    else clean(element, classes)
  }
  const own = Array.from(classes, ([text, name]) => `.${name}.${name} { ${text} }`)
  return { html: root.innerHTML, css: [...sheets, ...own].map(cleanStyle).join('\n') }
}

/** Of a link its text stays; of what has no text for people nothing. */
function drop(element: Element): void {
  if (element.localName === 'a') element.replaceWith(...Array.from(element.childNodes))
  else element.remove()
}

function clean(element: HTMLElement | SVGElement, classes: Map<string, string>): void {
  const style = element.style?.cssText ?? ''
  for (const { name, value } of Array.from(element.attributes)) {
    const isPicture = (name === 'src' || name === 'href') && picture.test(value)
    if (!isPicture && !attributes.has(name)) element.removeAttribute(name)
  }
  if (style === '') return
  const name = classes.get(style) ?? `s${classes.size}`
  classes.set(style, name)
  element.classList.add(name)
}

function cleanStyle(css: string): string {
  return css
    .replace(/@import[^;]*;?|url\([^)]*\)/gi, '')
    .replace(/font-family:\s*([^;}]+)/g, (whole, fonts: string) => {
      const like = standIns.find(([pattern]) => pattern.test(fonts))
      return like ? `${whole.trimEnd()}, ${like[1]}` : whole
    })
}
