/** What a preview is given. */
import type { Previewed } from '../../core/preview/preview'

export interface PreviewProps {
  /** Tells one file from another. */
  sha256: string
  name: string
  size: number
  /** The bytes. @throws the platform's error when they can't be read */
  load: () => Promise<Blob>
  /** What has to be known before the file is read: 与打包时不一致…. */
  trouble?: string | undefined
}

/** What the part that draws it gets besides, because a part reads no store. */
export interface PreviewViewProps extends PreviewProps {
  read: (blob: Blob, name: string) => Promise<Previewed>
}
