/** Whatever is done to one file of a sound bundle, it is found, and nothing is thrown. A failure names its seed. */

import { countErrors } from '../../../src/core/bag/finding'
import { type Dice, diceFrom } from '../generate'
import { expect, test } from '../runner'
import { property, share } from '../strength'
import { type Bag, soundBag, tagManifest, verify } from './bags'
import { unpacked } from './foreign-bags'

const changes: Record<string, (bag: Bag, path: string, dice: Dice) => void> = {
  flip: (bag, path, dice) => {
    const bytes = (bag.get(path) as Uint8Array<ArrayBuffer>).slice()
    const at = dice.below(bytes.length)
    bytes[at] = (bytes[at] ?? 0) ^ (1 << dice.below(8))
    bag.set(path, bytes)
  },
  cut: (bag, path, dice) => {
    const bytes = bag.get(path) as Uint8Array<ArrayBuffer>
    bag.set(path, bytes.slice(0, dice.below(bytes.length)))
  },
  insert: (bag, path, dice) => {
    const bytes = bag.get(path) as Uint8Array<ArrayBuffer>
    const at = dice.below(bytes.length + 1)
    bag.set(path, new Uint8Array([...bytes.slice(0, at), dice.below(256), ...bytes.slice(at)]))
  },
  swap: (bag, path, dice) => {
    const other = dice.pick([...bag.keys()].filter(other => other !== path && other !== tagManifest))
    bag.set(path, bag.get(other) as Uint8Array<ArrayBuffer>)
  },
  remove: (bag, path) => bag.delete(path),
  rename: (bag, path, dice) => {
    bag.set(`${path}${dice.pick(['.bak', ' ', '1'])}`, bag.get(path) as Uint8Array<ArrayBuffer>)
    bag.delete(path)
  },
}

test('verifyBundle() finds any change to any file under seal', property, async () => {
  const sound = await soundBag()
  const paths = [...sound.keys()].filter(path => path !== tagManifest)
  for (let seed = 1; seed <= share(300); seed++) {
    const dice = diceFrom(seed)
    const bag: Bag = new Map(sound)
    const [path, change] = [dice.pick(paths), dice.pick(Object.keys(changes))]
    changes[change]?.(bag, path, dice)
    const findings = await verify(unpacked(bag))
    expect(countErrors(findings), `seed ${seed}: ${change} ${path}`).toBeGreaterThan(0)
  }
})

test('verifyBundle() stands tag files of any bytes', property, async () => {
  const sound = await soundBag()
  const paths = [...sound.keys()].filter(path => !path.startsWith('data/'))
  for (let seed = 1; seed <= share(300); seed++) {
    const dice = diceFrom(seed)
    const bag: Bag = new Map(sound)
    for (let i = dice.below(4); i >= 0; i--) {
      const path = dice.pick([...paths, 'fetch.txt', 'manifest-md5.txt'])
      const bytes = bag.get(path) ?? new Uint8Array(Buffer.from('https://example.org/a - data/a\n'))
      bag.set(path, bytes)
      const changed = dice.pick(['flip', 'cut', 'insert', 'swap'])
      if (bytes.length > 0) changes[changed]?.(bag, path, dice)
    }
    const codes = (await verify(unpacked(bag))).map(finding => typeof finding.code)
    expect(
      codes.filter(type => type !== 'string'),
      `seed ${seed}`,
    ).toEqual([])
  }
})
