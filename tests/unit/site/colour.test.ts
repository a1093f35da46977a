/** A county's colour: its shades, and whether text in it can be read. */

import { buildTheme, contrastOf, leastContrast, readabilityOf } from '../../../src/core/site/colour'
import { expect, test } from '../runner'

test('contrastOf() is WCAG’s ratio, whichever colour comes first', () => {
  expect(contrastOf('#000000', '#ffffff')).toBeCloseTo(21, 5)
  expect(contrastOf('#ffffff', '#000000')).toBeCloseTo(21, 5)
  expect(contrastOf('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
  expect(contrastOf('#0b4ea2', '#0b4ea2')).toBe(1)
})

test('readabilityOf() is that of the worst place the colour stands in, its own tint', () => {
  const { tint } = buildTheme('#767676')
  expect(contrastOf('#767676', '#ffffff')).toBeGreaterThan(leastContrast)
  expect(readabilityOf('#767676')).toBe(contrastOf('#767676', tint))
  expect(readabilityOf('#767676')).toBeLessThan(leastContrast)
  for (const colour of ['#0b4ea2', '#8f1d21', '#0f5c46']) {
    expect(readabilityOf(colour)).toBeGreaterThanOrEqual(leastContrast)
    const { deep, tint } = buildTheme(colour)
    expect(contrastOf(deep, tint)).toBeGreaterThanOrEqual(readabilityOf(colour))
  }
})

test('buildTheme() darkens for names and lightens for grounds', () => {
  expect(buildTheme('#0b4ea2')).toEqual({ main: '#0b4ea2', deep: '#083b7a', tint: '#e7edf6' })
  expect(buildTheme('#000000')).toEqual({ main: '#000000', deep: '#000000', tint: '#e6e6e6' })
})
