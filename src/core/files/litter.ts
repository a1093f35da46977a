/**
 * Litter: files that a computer leaves in folders by itself. They are never evidence: adding a folder skips them, and a
 * bag that holds them besides its own files is sound. A manifest may list one, which makes it a file like any other:
 * callers ask the manifest first.
 */

/** Folders in which everything is litter, at any depth: macOS' copies in a ZIP, Synology's thumbnails, a disk's own. */
const folders =
  /(^|\/)(__MACOSX|@eaDir|\$RECYCLE\.BIN|System Volume Information|\.Spotlight-V100|\.Trashes|\.fseventsd|\.TemporaryItems|\.AppleDouble)\//i

/** Names of litter by Windows, macOS (`._` beside each file, `Icon` with a carriage return), Picasa and KDE. */
const names =
  /(^|\/)(thumbs\.db|ehthumbs(_vista)?\.db|desktop\.ini|\.ds_store|\._[^/]*|icon[\r\uf00d]|\.localized|\.picasa\.ini|\.directory)$/i

/** Names of files beside one that is open, or not downloaded whole: Office (`~$`, `~WRL`), LibreOffice and WPS (`.~`), Chrome. */
const unfinished = /(^|\/)(~\$[^/]*|\.~[^/]*|~wr[a-z][^/]*\.tmp|[^/]*\.crdownload)$/i

/** True where the path (`/`-separated, or a name alone) is that of litter. */
export function isLitter(path: string): boolean {
  return names.test(path) || unfinished.test(path) || folders.test(path)
}

/** A download that was not finished: litter among a unit's papers, and perhaps all that came of a hand-in at an office. */
export function isCutDownload(path: string): boolean {
  return /\.crdownload$/i.test(path)
}

/** True below `__MACOSX/`, which macOS adds to a ZIP while packing: no manifest lists it, and a bag found there is a copy. */
export function isMacCopy(path: string): boolean {
  return /(^|\/)__MACOSX\//.test(path)
}
