/** Odd archives: what the office is told of each, and what a clerk is who brings it in. */

import { findingsOf, isTrouble } from '../../../src/core/intake/arrival'
import { errorsOf } from '../../../src/core/intake/soundness'
import type { RestoreProblem } from '../../../src/io/backup/read-bundles'
import { packZip } from '../../../src/io/zip/pack-zip'
import { $arrivals, $isVerifying, forgetArrival, takePicked } from '../../../src/stores/intake/arrivals'
import { $matrix } from '../../../src/stores/intake/matrix'
import { openPage } from '../../../src/stores/page'
import { sayRestoreProblem } from '../../../src/wording/bundle'
import { sayFinding } from '../../../src/wording/finding'
import { sayHandInFinding } from '../../../src/wording/intake'
import { readBack } from '../generate'
import { expect, test } from '../runner'
import { catalogue } from '../samples'
import { date } from '../zip/archives'
import { filesOf, type Specimen, specimens } from '../zip/specimens'
import './browser'

test.beforeAll(() => openPage(catalogue))

async function openFiles(specimen: Specimen): Promise<File[]> {
  return (await filesOf(specimen)).map(([name, bytes]) => new File([bytes], name))
}

/** What the page says of it. */
function say(problem: RestoreProblem): string {
  return problem.code === 'archive' ? sayFinding(problem.problem) : sayRestoreProblem(problem)
}

/** Waits, some turns of the loop at a time, until `holds`. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise(resolve => setTimeout(resolve))
}

for (const specimen of specimens) {
  const { what, units, says, errors = 0, importSays } = specimen

  test(`the office receives ${what}`, async () => {
    takePicked({ files: await openFiles(specimen) } as unknown as HTMLInputElement)
    await until(() => !$isVerifying.get())
    const arrivals = $arrivals.get()
    const { rows } = $matrix.get()
    expect(rows.map(({ unit }) => unit).sort()).toEqual([...units].sort())
    for (const { handIn } of rows) {
      const said = handIn.findings.map(finding => sayHandInFinding(finding, handIn)).join('\n')
      expect(errorsOf(handIn)).toHaveLength(errors)
      if (says) expect(said).toMatch(says)
      else expect(handIn.fingerprint).toBe(handIn.declaredFingerprint)
    }
    const troubles = arrivals.filter(arrival => isTrouble(arrival, catalogue.edition))
    expect(troubles.length > 0).toBe(units.length === 0)
    if (units.length === 0)
      expect(troubles.flatMap(findingsOf).map(sayFinding).join('\n')).toMatch(says as RegExp)
    for (const { id } of arrivals) forgetArrival(id)
    await until(() => $matrix.get().rows.length === 0)
  })

  test(`a clerk brings in ${what}`, async () => {
    const { found, problems } = await readBack(await openFiles(specimen))
    expect(found.map(({ checklist }) => checklist.unit.name).sort()).toEqual([...units].sort())
    expect(found.flatMap(({ missing }) => missing)).toEqual([])
    const refused = problems.map(({ problem }) => say(problem)).join('\n')
    if (importSays) expect(refused).toMatch(importSays)
  })
}

test('an archive beside a bundle is named with the file it came in, and speaks against no unit', async () => {
  const bundle = (await filesOf(specimens.find(({ what }) => what === 'zeros behind') as Specimen))[0]
  const entries = [
    { path: '一/材料包.zip', bytes: new Uint8Array(bundle?.[1] ?? []) },
    { path: '二/材料包.rar', bytes: new Uint8Array(Buffer.from('Rar!\x1a\x07\x01\0', 'latin1')) },
  ]
  takePicked({ files: [new File([await packZip(entries, date)], '两家.zip')] } as unknown as HTMLInputElement)
  await until(() => !$isVerifying.get())
  const [row] = $matrix.get().rows
  expect(row && errorsOf(row.handIn)).toEqual([])
  const [arrival] = $arrivals.get()
  expect(arrival && isTrouble(arrival, catalogue.edition)).toBe(true)
  expect(arrival && findingsOf(arrival).map(sayFinding).join()).toMatch(/里面有 RAR 压缩包：二\/材料包\.rar/)
})
