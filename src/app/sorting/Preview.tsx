import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { AttachedFile } from '../../core/checklist/checklist'
import type { Clues } from '../../core/sorting/suggestion'
import { decodeText } from '../../core/text/decode'
import { formatSize } from '../../core/text/format'
import type { PreviewPieces } from './pieces'

interface Props {
  /** Null: nothing is shown, only how to. */
  file: AttachedFile | null
  clues: Clues | undefined
  pieces: PreviewPieces
  /** To the next file (1), to the one before (-1). */
  onStep: (by: number) => void
  onClose: () => void
  /** 这个文件归到…. */
  children: ComponentChildren
}

/** What a file is: the picture, or how its text begins. On a narrow screen it lies over the list until it is closed. */
export function Preview({ file, clues, pieces, onStep, onClose, children }: Props) {
  if (!file)
    return (
      <aside class="card preview-hint">
        <p>点一下文件名，在这里看第一页；方向键看上一个、下一个。</p>
        <p>按住 Shift 点，选一串；Ctrl+A 全选。在这里删除，电脑里的原文件不会动。</p>
      </aside>
    )
  return (
    <aside class="card preview" aria-label="看一眼">
      <header>
        <h3>{file.name}</h3>
        <span>{formatSize(file.size)}</span>
        <button type="button" class="button quiet" aria-label="关闭看一眼" onClick={onClose}>
          关闭
        </button>
      </header>
      {file.path && file.path !== file.name && <p class="where">{file.path}</p>}
      <Look key={file.sha256} file={file} lines={clues?.firstLines ?? []} pieces={pieces} />
      <div class="actions">
        <button type="button" class="button" onClick={() => onStep(-1)}>
          上一个
        </button>
        <button type="button" class="button" onClick={() => onStep(1)}>
          下一个
        </button>
        <button type="button" class="button" onClick={() => void pieces.openFile(file)}>
          打开
        </button>
        {children}
      </div>
    </aside>
  )
}

function Look({ file, lines, pieces }: { file: AttachedFile; lines: string[]; pieces: PreviewPieces }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [look, setLook] = useState<'loading' | 'picture' | 'nothing' | { text: string }>('loading')
  useEffect(() => {
    let isGone = false
    const load = async () => {
      const picture = await pieces.loadPicture(file, 720)
      if (isGone) return
      if (picture && canvas.current) {
        canvas.current.width = picture.width
        canvas.current.height = picture.height
        canvas.current.getContext('2d')?.drawImage(picture, 0, 0)
        picture.close()
        return setLook('picture')
      }
      const text = await readStart(file, pieces)
      if (!isGone) setLook(text === null ? 'nothing' : { text })
    }
    void load()
    return () => {
      isGone = true
    }
  }, [file.sha256])
  return (
    <div class="look">
      <canvas ref={canvas} hidden={look !== 'picture'} aria-label={file.name} role="img" />
      {look === 'loading' && <p>正在打开……</p>}
      {typeof look === 'object' && <pre>{look.text}</pre>}
      {look === 'nothing' && lines.length > 0 && (
        <div class="page-start">
          {lines.map((line, i) => (
            <p key={i}>{line}</p>
          ))}
          <small>只列了开头几行，看全文请点“打开”。</small>
        </div>
      )}
      {look === 'nothing' && lines.length === 0 && <p>这种文件在这里看不了，请点“打开”。</p>}
    </div>
  )
}

const texts = /\.(txt|csv|md|json|xml|log)$/i
const readBytes = 65_536
const shownCharacters = 1_500

/** How a text begins, in whatever encoding it was written; null where the file is none. */
async function readStart(file: AttachedFile, pieces: PreviewPieces): Promise<string | null> {
  if (!texts.test(file.originalName)) return null
  const blob = await pieces.loadBytes(file)
  if (!blob) return null
  const bytes = new Uint8Array(await blob.slice(0, readBytes).arrayBuffer())
  // Cut at the end of a line: half a character would make another encoding of it.
  const end = blob.size > readBytes ? bytes.lastIndexOf(10) + 1 : bytes.length
  return decodeText(bytes.subarray(0, end || bytes.length))?.slice(0, shownCharacters) ?? null
}
