/** Sizes, days and times as people read them. */

/** Bytes as Windows counts them (1 KB = 1024): 512 B, 86 KB, 1.8 MB. */
export function formatSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  const kilobytes = bytes / 1024
  if (kilobytes < 1023.5) return `${Math.round(kilobytes)} KB`
  const megabytes = kilobytes / 1024
  return megabytes < 1023.95 ? `${megabytes.toFixed(1)} MB` : `${(megabytes / 1024).toFixed(1)} GB`
}

/** `2022-12-13` → 2022年12月13日, of an instant only as `formatBeijing` has it: its own day is that of UTC; with `padded`, month and day have two digits, as in a portal's 发布日期. */
export function formatDay(day: string, padded = false): string {
  const [year, month, date] = day.slice(0, 10).split('-') as [string, string, string]
  return padded ? `${year}年${month}月${date}日` : `${year}年${Number(month)}月${Number(date)}日`
}

/** `2022-12-25T16:00:00+08:00` → 2022年12月25日 16时: the clock time as written, not converted to another time zone. */
export function formatDeadline(deadline: string): string {
  const [hour, minute] = deadline.slice(11, 16).split(':') as [string, string]
  return `${formatDay(deadline)} ${Number(hour)}时${minute === '00' ? '' : `${minute}分`}`
}

/** An instant in the time zone of this computer: 12月25日 9:05. */
export function formatMinute(instant: string): string {
  const at = new Date(instant)
  return `${at.getMonth() + 1}月${at.getDate()}日 ${at.getHours()}:${String(at.getMinutes()).padStart(2, '0')}`
}

/** A date whose UTC fields hold Beijing time, so that files get the same bytes in every time zone. */
export function toBeijing(now: Date): Date {
  return new Date(now.getTime() + 8 * 3_600_000)
}

/** An instant in Beijing time, whatever the computer's time zone: 2022-12-26 11:05. */
export function formatBeijing(instant: string): string {
  const at = toBeijing(new Date(instant)).toISOString()
  return `${at.slice(0, 10)} ${at.slice(11, 16)}`
}
