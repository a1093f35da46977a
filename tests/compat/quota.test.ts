/** A browser that gives the site little room, for real: what is stored stands, and what found no room is named. */
import { fileRefusalWording, saveRefusalWording } from '../../src/wording/checklist'
import { byItem, openBundle } from '../site/bundle'
import {
  agriculture,
  checklistPage,
  expectAttached,
  expectSaved,
  pickFiles,
  refusedFiles,
  remarkOf,
  startUnit,
} from '../site/clerk'
import { type Paper, paper, sha256Of } from '../site/papers'
import { storedHashes } from '../site/records'
import { randomFrom } from '../unit/samples'
import { expect, type Session, test } from './fixtures'

const megabyte = 1_000_000

test('files fill the browser’s room to the brim: what was there stands, each without room is named, more room takes it', async ({
  session,
}) => {
  const giveRoom = await startWithRoom(session, 10 * megabyte)
  const page = await session.open(checklistPage)
  await startUnit(page, agriculture)
  await remarkOf(page, '0-1').fill('满之前写的')
  const early = [big('先到1.pdf', 3), big('先到2.pdf', 3)]
  await pickFiles(page, '0-1', early)
  await expectAttached(page, '0-1', namesOf(early))

  // Together they have no room. One by one the small ones have.
  const [one, tooLarge, two, larger] = [
    big('放得下1.pdf', 1.5),
    big('太大1.zip', 4),
    big('放得下2.pdf', 1.5),
    big('太大2.zip', 5),
  ]
  await pickFiles(page, '0-1', [one, tooLarge, two, larger])
  const kept = [...early, one, two]
  await expectAttached(page, '0-1', namesOf(kept))
  await expect(refusedFiles(page)).toHaveText(
    [tooLarge, larger].map(({ name }) => `0-1 ${name} ${fileRefusalWording['no-room']}`),
  )
  await expectAllThere(session, kept)
  await page.reload()
  await expectAllThere(session, kept)

  await giveRoom(30 * megabyte)
  await pickFiles(page, '0-1', [tooLarge, larger])
  await expectAttached(page, '0-1', namesOf([...kept, tooLarge, larger]))
  await expect(refusedFiles(page)).toHaveCount(0)
  await page.reload()
  await expectAllThere(session, [...kept, tooLarge, larger])
})

// The room is the browser's, however the page came: each test has its own way.
test.describe('from a disk', () => {
  test.use({ way: 'file' })

  test('a text without room stays on screen, is said to be unsaved, and is saved once there is room', async ({
    session,
  }) => {
    const giveRoom = await startWithRoom(session, 2 * megabyte)
    const page = await session.open(checklistPage)
    await startUnit(page, agriculture)
    const filling = big('先到.zip', 1.8)
    await pickFiles(page, '0-1', [filling])
    await expectAttached(page, '0-1', [filling.name])
    // Chromium compresses what it stores: a sentence said many times over would find room.
    const random = randomFrom(20221225)
    const text = Array.from({ length: 200_000 }, () =>
      String.fromCharCode(0x4e00 + Math.floor(random() * 20_000)),
    ).join('')
    await remarkOf(page, '0-2').fill(text)
    await expect(page.getByRole('status')).toHaveText(saveRefusalWording['no-room'])
    expect(await storedHashes(page)).toEqual([sha256Of(filling.buffer)])
    await expect(remarkOf(page, '0-2')).toHaveValue(text)

    await giveRoom(10 * megabyte)
    await page.getByRole('button', { name: '重试' }).click()
    await expectSaved(page)
    await page.reload()
    await expect(remarkOf(page, '0-2')).toHaveValue(text)
    await expectAttached(page, '0-1', [filling.name])
  })
})

/**
 * Gives the site's origin a quota. Before any page of it is open: Chromium looks at the quota again only when what it
 * granted is used up. @returns how to give another one
 */
async function startWithRoom(session: Session, bytes: number): Promise<(bytes: number) => Promise<void>> {
  const { protocol, origin } = new URL(session.url())
  const devtools = await session.page.context().newCDPSession(session.page)
  const giveRoom = async (quotaSize: number) => {
    await devtools.send('Storage.overrideQuotaForOrigin', {
      origin: protocol === 'file:' ? 'file://' : origin,
      quotaSize,
    })
  }
  await giveRoom(bytes)
  return giveRoom
}

/** The page shows the text and the files, and a bundle holds the files' bytes. */
async function expectAllThere({ page, download }: Session, papers: readonly Paper[]): Promise<void> {
  await expectAttached(page, '0-1', namesOf(papers))
  await expect(remarkOf(page, '0-1')).toHaveValue('满之前写的')
  const hashes = papers.map(({ name, buffer }) => [name, sha256Of(buffer)] as const)
  expect(await storedHashes(page)).toEqual(hashes.map(([, sha256]) => sha256).sort())
  const { path } = await download(() => page.getByRole('button', { name: '下载材料包' }).click())
  const bundle = await openBundle(path)
  expect(bundle.findings).toEqual([])
  expect(byItem(bundle)).toEqual({ '0-1': Object.fromEntries(hashes) })
}

function big(name: string, megabytes: number): Paper {
  return paper(name, Buffer.alloc(megabytes * megabyte, name))
}

function namesOf(papers: readonly Paper[]): string[] {
  return papers.map(({ name }) => name)
}
