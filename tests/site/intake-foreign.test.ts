/** Bags that other tools made, with other digests than ours: judged by what they say, in the browser. */
import { mkdir, writeFile } from 'node:fs/promises'
import { type Bag, write, zipOf } from '../unit/bag/bags'
import { foreignBag } from '../unit/bag/foreign-bags'
import { expect, test } from './fixtures'
import { bring, openIntake, troubles } from './office'

for (const algorithm of ['sha512', 'sha1', 'md5'] as const) {
  test(`a bag with a ${algorithm} manifest only: one other byte is found, and nothing else`, async ({
    page,
  }, testInfo) => {
    const folder = testInfo.outputPath('收件')
    await mkdir(folder, { recursive: true })
    const save = async (name: string, bag: Bag) => {
      const path = `${folder}/${name}.zip`
      await writeFile(path, new Uint8Array(await (await zipOf(bag, '档案/')).arrayBuffer()))
      return path
    }
    const altered = foreignBag({ algorithms: [algorithm] })
    write(altered, 'data/hello.txt', 'hellO')
    await openIntake(page)
    await bring(page, [
      await save('没动过', foreignBag({ algorithms: [algorithm] })),
      await save('改过', altered),
    ])
    const one = (name: string) => troubles(page).filter({ hasText: `${name}.zip` })
    await expect(one('改过')).toContainText('文件被改动：data/hello.txt')
    await expect(one('没动过')).not.toContainText('被改动')
  })
}
