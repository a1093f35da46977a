/**
 * Reads a report that was written in Word: its paragraphs and tables, and footnotes behind them. Only a .docx can be read; a .doc is
 * another kind of file, whatever its name. Part of `bundling`: no state here.
 */
import { headingStyles, readWordBlocks, type WordBlock } from '../../core/report/word'
import { openArchive } from '../zip/open-zip'

/** `old-format`: a .doc or .wps, or with a password. `no-document`: an archive of something else. */
export type WordProblem = 'old-format' | 'no-document' | 'unreadable'

/** The most that one text in it may unpack to. */
const longest = 64 * 1024 * 1024

/** What both kinds of an OLE file begin with: .doc, .wps, and a .docx with a password. */
const oldMark = [0xd0, 0xcf, 0x11, 0xe0]

export async function readWord(file: Blob): Promise<WordBlock[] | WordProblem> {
  try {
    const head = new Uint8Array(await file.slice(0, 4).arrayBuffer())
    if (oldMark.every((byte, i) => head[i] === byte)) return 'old-format'
    const archive = await openArchive(file)
    const read = async (path: string) => {
      const entry = archive.entries.find(one => one.path === path)
      return entry && entry.size <= longest ? (await archive.open(entry)).text() : ''
    }
    const document = await read('word/document.xml')
    if (document === '') return 'no-document'
    const headings = headingStyles(await read('word/styles.xml'))
    const notes = [...(await readNotes(read, 'foot')), ...(await readNotes(read, 'end'))]
    return [...readWordBlocks(document, headings), ...notes]
  } catch {
    // Damaged, or the platform did not let it be read: nothing was changed, and the person is told.
    return 'unreadable'
  }
}

async function readNotes(
  read: (path: string) => Promise<string>,
  kind: 'foot' | 'end',
): Promise<WordBlock[]> {
  const blocks = readWordBlocks(await read(`word/${kind}notes.xml`), new Set())
  return blocks.map(({ text }) => ({
    text: `${kind === 'foot' ? '脚注' : '尾注'}：${text}`,
    isHeading: false,
    isNote: true,
  }))
}
