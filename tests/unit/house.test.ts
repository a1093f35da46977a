/** The house: its floors, their rooms, and who may read whom, types included. `src/README.md` is the map. */
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire, isBuiltin } from 'node:module'
import { dirname, join } from 'node:path/posix'
import { fileURLToPath } from 'node:url'
import { expect, test } from './runner'

const root = fileURLToPath(new URL('../../src/', import.meta.url))

/** Each floor and the floors it may read besides itself. `wording` may read anybody's types. */
const mayRead: Record<string, string[]> = {
  core: [],
  io: ['core', 'publish', 'build'],
  stores: ['io', 'core', 'wording', 'publish', 'build'],
  app: ['stores', 'core', 'wording', 'publish', 'build'],
  pages: ['app', 'publish', 'build', 'core', 'wording', 'styles'],
  build: ['core', 'publish', 'wording'],
  publish: ['build', 'core', 'wording'],
  'content.config': ['build'],
  wording: [],
  styles: [],
}

/**
 * The rooms of `core`, `io`, `stores` and `app`: the stages of the journey. Each reads itself and those before it. Beside
 * them `app/ui` has pieces that any room of `app` may draw, and a store in no room is what every stage shares.
 */
const rooms = [
  'text',
  'site',
  'files',
  'zip',
  'preview',
  'edition',
  'checklist',
  'sorting',
  'report',
  'bag',
  'backup',
  'storage',
  'bundle',
  'assignment',
  'sending',
  'intake',
  'review',
  'collect',
  'publishing',
]

const floorsWithRooms = ['core', 'io', 'app']

/** What a publisher's commands are made of, in the order in which they may read each other. */
const publishRooms = ['document', 'question', 'refusal', 'pages', 'table', 'notice', 'read']

const files = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile() && !entry.name.endsWith('.md'))
  .map(entry => join(entry.parentPath.replace(/\\/g, '/'), entry.name).slice(root.length))
const textOf = (file: string) => readFileSync(root + file, 'utf8')
const codeOf = (file: string) => textOf(file).replace(/^\s*(\/?\*|\/\/).*$/gm, '')
const say = ({ file, from }: { file: string; from: string }) => `${file} reads ${from}`

interface Import {
  file: string
  from: string
  target: string
  isType: boolean
}

let preProcessFile: typeof import('typescript').preProcessFile
let imports: Import[]
let own: Import[]

// TypeScript has nine megabytes: only the worker that runs this file loads it.
test.beforeAll(() => {
  preProcessFile = createRequire(import.meta.url)('typescript').preProcessFile
  imports = files.flatMap(file =>
    namesIn(file).map(({ from, isType }) => {
      const target = from.startsWith('.') ? fileOf(join(dirname(file), from)) : ''
      return { file, from, target, isType }
    }),
  )
  own = imports.filter(({ target }) => target !== '')
})

test('every file stands on a floor, and none is a shed', () => {
  expect(files.filter(file => !(floorOf(file) in mayRead))).toEqual([])
  expect(
    files.filter(file => /(^|\/)(utils?|lib|helpers?|common|types|index)(\/|\.tsx?$)/.test(file)),
  ).toEqual([])
})

test('every import leads to a file, and each way to write one is seen', () => {
  // What lies beside `src/` can't be on a floor.
  expect(own.filter(({ target }) => !target.startsWith('../') && !files.includes(target)).map(say)).toEqual(
    [],
  )
  const ways = [
    "import a, {\n  // it's one\n  b } from './1'",
    "import type {\n  C\n} from './2'",
    "export {\n d } from './3'",
    "export * from './4'",
    "import './5'; import './6'",
    "let e: typeof import('./7')",
    'await import(/* later */ `./8`)',
    "new Worker(new URL('./9', import.meta.url))",
    "// import './no'",
  ]
  expect(
    namesInCode(ways.join('\n'))
      .map(({ from }) => from)
      .sort(),
  ).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9].map(name => `./${name}`))
  expect(namesInCode(ways.join('\n')).filter(({ isType }) => isType)).toEqual([{ from: './2', isType: true }])
})

test('imports go pages → app → stores → io → core, and never back', () => {
  expect(own.length).toBeGreaterThan(100)
  const wrong = own.filter(({ file, target }) => {
    const [reader, read] = [floorOf(file), floorOf(target)]
    return reader !== 'wording' && read !== reader && !mayRead[reader]?.includes(read)
  })
  expect(wrong.map(say)).toEqual([])
})

test('core, io and app have the same rooms, and each reads only itself and those before it', () => {
  const known = (floor: string) => ['', ...rooms, ...(floor === 'app' ? ['ui'] : [])]
  const isUnknown = (file: string) => !known(floorOf(file)).includes(roomOf(file))
  const withRooms = [...floorsWithRooms, 'stores']
  expect(files.filter(file => withRooms.includes(floorOf(file)) && isUnknown(file))).toEqual([])
  // A floor without rooms is flat: a folder in it would be a room that no rule knows.
  expect(files.filter(file => floorOf(file) === 'wording' && roomOf(file) !== '')).toEqual([])
  expect(files.filter(file => /^core\/[^/]+$/.test(file))).toEqual([])
  const wrong = own.filter(({ file, target }) => {
    if (![file, target].every(path => floorsWithRooms.includes(floorOf(path)))) return false
    // What lies on a floor and in no room puts rooms together: it reads all of them, and none of them reads it.
    const [reader, read] = [roomOf(file), roomOf(target)]
    if (reader === 'ui') return floorOf(target) === 'app' && read !== 'ui'
    return reader !== '' && (read === '' || rooms.indexOf(read) > rooms.indexOf(reader))
  })
  expect(wrong.map(say)).toEqual([])
})

test('stores have these rooms too: what every stage shares lies in none, is read by all, and reads none', () => {
  const wrong = own.filter(({ file, target }) => {
    if (floorOf(file) !== 'stores' || floorOf(target) !== 'stores') return false
    return rooms.indexOf(roomOf(target)) > rooms.indexOf(roomOf(file))
  })
  expect(wrong.map(say)).toEqual([])
})

test('of what pages do in a browser, only the publisher’s page reads what publishes and builds', () => {
  const wrong = own.filter(
    ({ file, target, isType }) =>
      [...floorsWithRooms, 'stores'].includes(floorOf(file)) &&
      ['publish', 'build'].includes(floorOf(target)) &&
      roomOf(file) !== 'publishing' &&
      !isType,
  )
  expect(wrong.map(say)).toEqual([])
})

test('a publisher’s commands read tables and notices, and never back', () => {
  const order = (path: string) => {
    const index = publishRooms.indexOf(path.split('/')[1]?.replace(/\.ts$/, '') ?? '')
    return index < 0 ? publishRooms.length : index
  }
  const inside = own.filter(
    ({ file, target }) => floorOf(file) === 'publish' && floorOf(target) === 'publish',
  )
  expect(inside.filter(({ file, target }) => order(target) > order(file)).map(say)).toEqual([])
})

test('no files read each other in a circle, types included', () => {
  const reads = new Map(files.map(file => [file, own.filter(other => other.file === file)]))
  const done = new Set<string>()
  const circles: string[] = []
  const walk = (file: string, path: string[]) => {
    if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' → '))
    if (done.has(file) || path.includes(file)) return
    for (const { target } of reads.get(file) ?? []) walk(target, [...path, file])
    done.add(file)
  }
  for (const file of files) walk(file, [])
  expect(circles).toEqual([])
})

test('no folder holds more than 24 files', () => {
  const folders = new Map<string, number>()
  for (const file of files) folders.set(dirname(file), (folders.get(dirname(file)) ?? 0) + 1)
  expect([...folders].filter(([, count]) => count > 24)).toEqual([])
})

test('wording reads types only', () => {
  const others = own.filter(
    ({ file, target }) => floorOf(file) === 'wording' && floorOf(target) !== 'wording',
  )
  expect(others.filter(({ isType }) => !isType).map(say)).toEqual([])
})

test('core uses no clock, chance, DOM or package but the digests, and only what builds or publishes uses Node', () => {
  const packages = imports.filter(({ file, target }) => target === '' && floorOf(file) === 'core')
  expect(packages.filter(({ from }) => from !== '@noble/hashes/sha2').map(say)).toEqual([])
  expect(
    imports
      .filter(({ file, from }) => isBuiltin(from) && !['build', 'publish'].includes(floorOf(file)))
      .map(say),
  ).toEqual([])
  const impure =
    /\b(window|document|navigator|localStorage|sessionStorage|indexedDB|globalThis|performance\.|crypto\.|require\(|fetch\(|setTimeout|setInterval|Date\.now|new Date(\(\s*\)|(?! *\())|Math\.random|Math\[)/
  expect(files.filter(file => floorOf(file) === 'core' && impure.test(codeOf(file)))).toEqual([])
})

test('no file is longer than 250 lines or has a default export', () => {
  const lines = (file: string) =>
    readFileSync(root + file, 'utf8')
      .trimEnd()
      .split('\n').length
  expect(files.filter(file => lines(file) > 250)).toEqual([])
  expect(files.filter(file => /^\s*export (default\b|\{[^}]*\bas default\b)/m.test(codeOf(file)))).toEqual([])
})

/** What a file names in its imports. A page is no TypeScript as a whole: its lines that begin with `import` are. */
function namesIn(file: string) {
  const isPage = file.endsWith('.astro')
  return /\.(ts|tsx|mjs)$/.test(file) || isPage
    ? namesInCode(
        isPage
          ? (textOf(file).match(/^\s*(?:import|export)\b[^'"]*['"][^'"]+['"]/gm) ?? []).join('\n')
          : textOf(file),
      )
    : []
}

/** Every file or package that the code reads, whichever way it is written; `isType` of an `import type`. */
function namesInCode(text: string): { from: string; isType: boolean }[] {
  const imported = preProcessFile(text, true, true).importedFiles.map(({ fileName, pos }) => {
    const [, , word = ''] = /^([\s\S]*)\b((?:import|export)\s+\w*)/.exec(text.slice(0, pos)) ?? []
    return { from: fileName, isType: /^import\s+type$/.test(word) }
  })
  const addressed = [...text.matchAll(/Worker\(\s*new URL\(\s*['"`]([^'"`]+)['"`],\s*import\.meta\.url/g)]
  return [...imported, ...addressed.map(([, from = '']) => ({ from, isType: false }))]
}

/** The file that an import leads to; the path itself where it is none of ours, as `astro:content`. */
function fileOf(path: string): string {
  const bare = path.replace(/\?.*$/, '')
  return ['', '.ts', '.tsx'].map(end => bare + end).find(name => files.includes(name)) ?? bare
}

/** `app/Bar.tsx` stands on `app`; a file that lies in no folder is a floor of its own. */
function floorOf(path: string): string {
  return (path.split('/')[0] ?? '').replace(/\.ts$/, '')
}

/** `app/checklist/ItemRow.tsx` lies in `checklist`; `app/Bar.tsx` in no room. */
function roomOf(path: string): string {
  return path.split('/').slice(1, -1).join('/')
}
