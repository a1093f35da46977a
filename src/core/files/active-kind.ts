/** The kinds of files that run when they are opened, and how their names tell. By their bytes: `active-content`. */
import { legible } from '../text/legible'

/** `web-page`: a browser runs its script. `program`: Windows or another system runs it. `macro`: Office or WPS does. */
export type ActiveKind = 'web-page' | 'program' | 'macro'

const extensions: Record<ActiveKind, ReadonlySet<string>> = {
  'web-page': setOf('html htm htmlx xhtml xhtm xht ehtml shtml shtm stm mht mhtml svg svgz xsl xslt'),
  program: setOf(
    'exe com scr pif cpl dll ocx sys drv bat cmd vbs vbe js jse mjs wsf wsh wsc sct hta msi msp mst msix appx appxbundle',
    'application gadget ps1 ps1xml ps2 psm1 psc1 lnk url website scf reg inf jar jnlp chm hlp xll wll apk dmg pkg app',
    'command sh bash run desktop deb rpm appimage py pyw pyz rb pl php',
  ),
  macro: setOf('docm dotm xlsm xltm xlam xlsb xla pptm potm ppam ppsm ppa sldm accde mde'),
}

/** The kind of a file by its name; null where the name is not that of a kind that runs. */
export function activeKindByName(name: string): ActiveKind | null {
  const extension = extensionOf(name)
  const kinds = Object.keys(extensions) as ActiveKind[]
  return kinds.find(kind => extensions[kind].has(extension)) ?? null
}

/** Whether a stored word is one of the kinds. */
export function isActiveKind(value: unknown): value is ActiveKind {
  return typeof value === 'string' && Object.keys(extensions).includes(value)
}

/** Lower case. Windows drops dots and spaces at the end of a name before it looks. */
export function extensionOf(name: string): string {
  const bare = legible(name)
    .normalize('NFKC')
    .replace(/[. ]+$/, '')
  return /\.([^./\\]+)$/.exec(bare)?.[1]?.trim().toLowerCase() ?? ''
}

function setOf(...words: string[]): ReadonlySet<string> {
  return new Set(words.join(' ').split(' '))
}
