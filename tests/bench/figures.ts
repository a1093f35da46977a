/** Figures, and how they are printed. */
import { cpus } from 'node:os'

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

/** Prints rows as a Markdown table, below a line on the machine they were measured on. */
export function printRows(rows: readonly (readonly string[])[]): void {
  console.log(`\n${cpus().length} × ${cpus()[0]?.model}\n`)
  for (const row of rows) console.log(`| ${row.join(' | ')} |`)
}
