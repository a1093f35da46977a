import { useEffect, useState } from 'preact/hooks'
import { type Refusal, refusalOf } from '../../core/files/refusal'
import { previewByName } from '../../core/preview/kind'
import type { Previewed } from '../../core/preview/preview'
import { noPreviewWording } from '../../wording/preview'
import { refusalWording } from '../../wording/refusal'
import { FileList, Text } from './FileList'
import { PdfPage } from './PdfPage'
import { Picture } from './Picture'
import type { PreviewViewProps } from './pieces'
import { Sheet, Workbook } from './Sheets'
import { WordPage } from './WordPage'

/** Reads one file and draws it. A part of the page: it reads no store. */
export function PreviewView({ name, size, trouble, load, read }: PreviewViewProps) {
  const [shown, setShown] = useState<Previewed | Refusal | null>(null)
  useEffect(() => {
    let isGone = false
    let release = () => {}
    const open = async (): Promise<Previewed> => {
      // What its name or its size rules out is not even taken out of its archive.
      const byName = previewByName(name, size)
      const isRuledOut = byName === 'too-large' || byName === 'empty' || byName === 'program'
      return isRuledOut ? { kind: 'nothing', why: byName } : read(await load(), name)
    }
    open().then(
      previewed => {
        if ('release' in previewed) release = previewed.release
        if (isGone) release()
        else setShown(previewed)
      },
      error => setShown(refusalOf(error)),
    )
    return () => {
      isGone = true
      release()
    }
  }, [])
  return (
    <div class="previewed">
      {trouble && (
        <p class="trouble wrong" role="alert">
          {trouble}
        </p>
      )}
      {shown === null ? (
        <p class="previewing" role="status">
          正在打开……
        </p>
      ) : typeof shown === 'string' ? (
        <p class="previewing wrong" role="alert">
          没有读出来：{refusalWording[shown]}
        </p>
      ) : (
        <Shown name={name} shown={shown} />
      )}
    </div>
  )
}

function Shown({ name, shown }: { name: string; shown: Previewed }) {
  switch (shown.kind) {
    case 'picture':
      return <Picture url={shown.url} name={name} />
    case 'pdf':
      return <PdfPage name={name} url={shown.url} />
    case 'sound':
    case 'film':
      return <Player kind={shown.kind} url={shown.url} name={name} />
    case 'text':
      return <Text name={name} text={shown.text} isCut={shown.isCut} />
    case 'grid':
      return <Sheet name={name} grid={shown.grid} />
    case 'workbook':
      return <Workbook sheets={shown.sheets} />
    case 'word':
      return <WordPage name={name} html={shown.html} width={shown.width} pages={shown.pages} />
    case 'archive':
      return <FileList name={name} entries={shown.entries} total={shown.total} />
    case 'nothing':
      return <p class="previewing">{noPreviewWording[shown.why]}</p>
  }
}

/** A recording in the browser's own player; which kinds that plays is its own affair. */
function Player({ kind, url, name }: { kind: 'sound' | 'film'; url: string; name: string }) {
  const [isBroken, setBroken] = useState(false)
  const Element = kind === 'film' ? 'video' : 'audio'
  if (isBroken) return <p class="previewing">{noPreviewWording['no-player']}</p>
  return <Element class="stage" controls src={url} aria-label={name} onError={() => setBroken(true)} />
}
