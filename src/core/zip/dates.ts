/** Libraries stamp the ZIPs they write (XLSX, DOCX) with the clock; the same checklist and `now` must give the same bytes. */
import { dosTime } from './headers'

/** Sets the date of every entry, in place; `date` is written as it reads in UTC. */
export function setArchiveDates(archive: Uint8Array<ArrayBuffer>, date: Date): void {
  const view = new DataView(archive.buffer)
  const stamp = dosTime(date)
  // The archive has no comment: the end record (APPNOTE 4.3.16) is the last 22 bytes.
  const end = archive.length - 22
  let header = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    // 4.3.12 has the date at 12, 4.3.7 at 10, both as 4.4.6 says.
    view.setUint32(header + 12, stamp, true)
    view.setUint32(view.getUint32(header + 42, true) + 10, stamp, true)
    header +=
      46 +
      view.getUint16(header + 28, true) +
      view.getUint16(header + 30, true) +
      view.getUint16(header + 32, true)
  }
}
