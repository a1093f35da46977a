/** The READMEs say what is there: their links, pictures, commands, the drawing of the house, and the list of decisions. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path/posix'
import { fileURLToPath } from 'node:url'
import { expect, test } from './runner'

const root = fileURLToPath(new URL('../../', import.meta.url)).replace(/\\/g, '/')
const read = (path: string) => readFileSync(root + path, 'utf8')
/** All files below these folders, less the specimens of other years and other counties. */
const files = ['content', 'src', 'tests', '.github']
  .flatMap(folder =>
    readdirSync(root + folder, { recursive: true }).map(path => join(folder, toSlashes(path))),
  )
  .filter(path => !path.startsWith('tests/fixtures/'))
const readmes = ['README.md', ...files.filter(path => /(^|\/)README\.md$/.test(path))]

test('every link and picture of a README leads to a file, and to a heading in it', () => {
  const links = readmes.flatMap(readme => linksOf(read(readme)).map(link => ({ readme, link })))
  expect(links.length).toBeGreaterThan(40)
  const broken = links.filter(({ readme, link }) => {
    const [path = '', heading] = link.split('#')
    const target = path === '' ? readme : join(dirname(readme), path)
    if (!existsSync(root + target)) return true
    return heading !== undefined && !headingsOf(read(target)).includes(decodeURI(heading))
  })
  expect(broken).toEqual([])
})

test('README is short, and begins with the two commands that a new machine needs', () => {
  const readme = read('README.md')
  expect(readme.split(/\s+/).length).toBeLessThanOrEqual(1_200)
  expect(readme.match(/^ {4}npm ci && .*$/gm)).toEqual(['    npm ci && npm start', '    npm ci && npm test'])
})

test('every command of a README is one that package.json knows', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
  const commands = readmes.flatMap(readme =>
    [...read(readme).matchAll(/\bnpm run ([\w:-]+)/g)].map(([, name = '']) => name),
  )
  expect(commands.filter(name => !scripts[name])).toEqual([])
})

test('README’s pictures are those that `npm run pictures` takes, and small', () => {
  const pictures = files.filter(path => path.startsWith('.github/')).sort()
  const shown = linksOf(read('README.md')).filter(link => link.startsWith('.github/'))
  const script = read('tests/pictures/readme.pictures.ts')
  const taken = [...script.matchAll(/\btake\(page, '(.+?)'\)/g)].map(([, name]) => `.github/${name}`)
  expect(shown.sort()).toEqual(pictures)
  expect(taken.sort()).toEqual(pictures)
  expect(pictures.filter(path => statSync(root + path).size >= 120_000)).toEqual([])
})

test('src/README.md draws the rooms that are there', () => {
  const drawn = [...read('src/README.md').matchAll(/^ ([a-z]+) .* ([■·]) +([■·]) +([■·]) +([■·])$/gm)].map(
    ([, room = '', ...marks]) =>
      ['core', 'io', 'stores', 'app']
        .filter((_, index) => marks[index] === '■')
        .map(floor => `${floor}/${room}`),
  )
  const rooms = files.flatMap(path => /^src\/((?:core|io|stores|app)\/[a-z]+)\//.exec(path)?.[1] ?? [])
  expect(drawn.flat().sort()).toEqual([...new Set(rooms)].filter(room => room !== 'app/ui').sort())
})

test('src/README.md names files and folders that are there', () => {
  const paths = [
    ...read('src/README.md').matchAll(/`((?:core|io|app|stores|wording|build|publish|pages)\/[\w/.-]*)`/g),
  ].map(([, path = '']) => `src/${path}`.replace(/\/$/, ''))
  expect(paths.length).toBeGreaterThan(30)
  const isThere = (path: string) => ['', '.ts', '.tsx', '.astro'].some(end => existsSync(root + path + end))
  expect(paths.filter(path => !isThere(path))).toEqual([])
})

test('src/README.md lists every decision, and each stands in the file it links', () => {
  const code = files.filter(path => /^src\/.*\.(tsx?|astro)$/.test(path))
  const written = [...code, 'astro.config.mjs', '.npmrc'].flatMap(path =>
    decisionsOf(read(path)).map(title => `${title}: ${path}`),
  )
  const [, list = ''] = read('src/README.md').split('\n## Decisions\n')
  const listed = [...list.matchAll(/^- \[(.+)\]\((.+)\)$/gm)].map(
    ([, title, path = '']) => `${title}: ${join('src', path)}`,
  )
  expect(listed.length).toBeGreaterThan(20)
  expect(listed.sort()).toEqual(written.sort())
})

function toSlashes(path: string | Buffer): string {
  return String(path).replace(/\\/g, '/')
}

/** Where a text's links and pictures lead, those to other sites left out. */
function linksOf(markdown: string): string[] {
  const text = markdown.replace(/^```[\s\S]*?^```/gm, '').replace(/^ {4}.*$/gm, '')
  const links = [...text.matchAll(/\]\(([^)]+)\)|\bsrc="([^"]+)"/g)].map(match => match[1] ?? match[2] ?? '')
  return links.filter(link => !/^[a-z]+:/.test(link))
}

/** The anchors that GitHub gives a text's headings. */
function headingsOf(markdown: string): string[] {
  return [...markdown.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '')
      .replace(/ /g, '-'),
  )
}

/** The titles of the decisions in a file's comments, also where a title goes on in the next line. */
function decisionsOf(code: string): string[] {
  const text = code.replace(/\n *(\*|\/\/|#) /g, ' ')
  return [...text.matchAll(/\bDecision: (.+?)\. /g)].map(([, title = '']) => title)
}
