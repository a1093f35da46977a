/** The list of findings itself: each has a test that breaks a sound thing in that way, a severity, and a whole sentence. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { countErrors, type Finding, severities, severityOf } from '../../../src/core/bag/finding'
import { sayFinding } from '../../../src/wording/finding'
import { runPython, withTools } from '../../tools'
import { expect, test } from '../runner'
import { type Bag, folder, soundBag, verify, zipOf } from './bags'
import { broken } from './broken-bags'

/** The rooms whose tests break archives, bags and hand-ins. */
const rooms = ['zip', 'bag', 'intake', 'collect'].map(room => new URL(`../${room}/`, import.meta.url))

test('every code of a finding is expected by a test', () => {
  const tests = rooms
    .flatMap(room => readdirSync(room).map(name => readFileSync(new URL(name, room), 'utf8')))
    .join('')
  const codes = [...Object.keys(severities), 'nested-problem']
  expect(codes.filter(code => !tests.includes(`'${code}'`))).toEqual([])
})

test('a nested problem is as severe as what it is about', () => {
  const path = '一.zip'
  expect(severityOf({ code: 'nested-problem', path, problem: { code: 'truncated' } })).toBe('error')
  expect(severityOf({ code: 'nested-problem', path, problem: { code: 'appended-bytes', bytes: 3 } })).toBe(
    'notice',
  )
  expect(countErrors([{ code: 'repacked' }, { code: 'foreign-zip' }])).toBe(1)
})

test('each sentence names the file it is about, is one, and leaves no code behind', async () => {
  for (const [what, , findings] of broken) {
    const bag = await soundBag()
    for (const finding of findings(bag)) {
      const sentence = sayFinding(finding)
      for (const part of ['path', 'manifest', 'other', 'name'] as const)
        if (part in finding)
          expect(sentence, what).toContain((finding as unknown as Record<string, string>)[part])
      expect(sentence, what).toMatch(/[。）]$/)
      expect(sentence, what).not.toMatch(/undefined|null|\[object/)
      expect(sentence, what).not.toContain(finding.code)
    }
  }
})

/** What only our format promises, and what fetch.txt says: the other program doesn't look. */
const unseen = [
  ...[
    'unknown-to-checklist',
    'not-packed',
    'bad-checklist',
    'other-edition',
    'newer-bundle-format',
    'no-checklist',
  ],
  'unlisted-fetch',
]

// To it checklist.json is a file like others.
const isUnseen = (finding: Finding) =>
  unseen.includes(finding.code) ||
  JSON.stringify(finding).includes('fetch.txt') ||
  (finding.code === 'bad-encoding' && finding.path === 'checklist.json')

test(
  'a program that knows nothing of this code finds the same bundles sound and broken',
  withTools,
  async () => {
    const program = [
      'import io, sys; from contextlib import redirect_stdout',
      'sys.path.insert(0, sys.argv[1]); import bagit',
      'def is_sound(path):',
      '  try:',
      '    with redirect_stdout(io.StringIO()): return bagit.main([path]) == 0',
      '  except Exception: return False',
      'for path in sys.argv[2:]: print(path, is_sound(path))',
    ].join('\n')
    const expected = new Map<string, boolean>()
    const damages: ((bag: Bag) => void)[] = [() => undefined, ...broken.map(([, damage]) => damage)]
    for (const [i, damage] of damages.entries()) {
      const bag = await soundBag()
      damage(bag)
      const zip = await zipOf(bag)
      const path = test.info().outputPath(`${i}/${folder}.zip`)
      mkdirSync(dirname(path))
      writeFileSync(path, Buffer.from(await zip.arrayBuffer()))
      expected.set(path, (await verify(zip)).every(isUnseen))
    }
    const tests = fileURLToPath(new URL('../../', import.meta.url))
    const said = runPython(program, tests, ...expected.keys())
    const lines = [...expected].map(([path, isSound]) => `${path} ${isSound ? 'True' : 'False'}`)
    expect(said.trim().split('\n')).toEqual(lines)
    expect(lines.filter(line => line.endsWith('True')).length).toBeGreaterThan(1)
  },
)
