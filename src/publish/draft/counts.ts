import type { IndicatorSource } from '../../core/edition/table-source'

/** What the rows' points come to. Rounded: 0.1 + 0.2 + 0.3 is not 0.6. */
export function indicatorsTotal({ indicators }: { indicators: readonly IndicatorSource[] }): number {
  return Math.round(indicators.reduce((sum, { points = 0 }) => sum + points, 0) * 1000) / 1000
}
