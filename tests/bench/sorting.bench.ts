/**
 * Times suggestions for 2,000 files and 300 items, in this process: all of it, and the longest stretch between two pauses.
 * It counts what the processor worked, so that nothing else on the machine is in the figures.
 */
import { test } from 'playwright/test'
import { suggestItems } from '../../src/core/sorting/suggest'
import type { SortingTarget, UnsortedFile } from '../../src/core/sorting/suggestion'
import { catalogue } from '../unit/samples'
import { readFolder, targetsFor } from '../unit/sorting/folders'
import { median, printRows } from './figures'

const fileCount = 2000
const itemCount = 300

/** Milliseconds. */
const processorTime = () => process.cpuUsage().user / 1000

test('suggestions', () => {
  const real = targetsFor(catalogue)
  // Each copy of the table has numbers and some words of its own, as a long table has.
  const targets = Array.from({ length: itemCount }, (_, i): SortingTarget => {
    const target = real[i % real.length] as SortingTarget
    const copy = Math.floor(i / real.length)
    const mark = String.fromCharCode(0x5000 + copy * 97)
    const texts = target.texts.map(text => text.replace(/质量/g, `质${mark}`))
    return copy === 0
      ? target
      : { ...target, item: `${copy}${target.item}`, row: `${copy}${target.row}`, texts }
  })
  const some = [...readFolder('market-2022'), ...readFolder('departments-2022')]
  const files = Array.from({ length: fileCount }, (_, i): UnsortedFile => {
    const file = some[i % some.length] as UnsortedFile
    return { ...file, id: String(i), path: `${file.path.replace(/(\.\w+)$/, ` ${i}$1`)}` }
  })
  const earlier = some.map(({ path }, i) => ({ path, item: (targets[i % itemCount] as SortingTarget).item }))
  const context = { year: '2022', unit: '青禾县市场监督管理局', earlier, decided: earlier.slice(0, 100) }
  const runs = Array.from({ length: 5 }, () => {
    const start = processorTime()
    let longest = 0
    const steps = suggestItems(files, targets, context)
    for (let last = start; ; ) {
      const { done } = steps.next()
      const now = processorTime()
      longest = Math.max(longest, now - last)
      last = now
      if (done) return { total: now - start, longest }
    }
  })
  printRows([
    [
      'suggestions',
      `${fileCount} files, ${itemCount} items`,
      `${median(runs.map(({ total }) => total)).toFixed(0)} ms`,
    ],
    ['suggestions', 'longest stretch', `${median(runs.map(({ longest }) => longest)).toFixed(0)} ms`],
  ])
})
