/**
 * Files that a computer leaves in folders by itself. They are never evidence: adding a folder skips them, and a bag is
 * sound beside them. A manifest that lists one makes it a file like any other, so callers ask the manifest first.
 */

/** Folders in which everything is litter, at any depth: macOS' copies in a ZIP, Synology's thumbnails, a disk's own. */
const folders =
  /(^|\/)(__MACOSX|@eaDir|\$RECYCLE\.BIN|System Volume Information|\.Spotlight-V100|\.Trashes|\.fseventsd|\.TemporaryItems|\.AppleDouble)\//i

/** Names that a system gives: Windows, macOS (`._` beside each file, `Icon` with a carriage return), Picasa, KDE. */
const names =
  /(^|\/)(thumbs\.db|ehthumbs(_vista)?\.db|desktop\.ini|\.ds_store|\._[^/]*|icon[\r\uf00d]|\.localized|\.picasa\.ini|\.directory)$/i

/** Names while a file is open or on its way: Office's `~$` and `~WRL`, LibreOffice's and WPS' `.~`, Chrome's downloads. */
const unfinished = /(^|\/)(~\$[^/]*|\.~[^/]*|~wr[a-z][^/]*\.tmp|[^/]*\.crdownload)$/i

/** True for a path (`/`-separated, or a name alone) of a file that no person made. */
export function isLitter(path: string): boolean {
  return names.test(path) || unfinished.test(path) || folders.test(path)
}

/** True below `__MACOSX/`, which macOS adds to a ZIP while packing: no manifest knows it, and a bag in it is a copy. */
export function isMacCopy(path: string): boolean {
  return /(^|\/)__MACOSX\//.test(path)
}
