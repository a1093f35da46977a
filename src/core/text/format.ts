/** Numbers as people read them. */

/** Bytes as Windows counts them (1 KB = 1024): 512 B, 86 KB, 1.8 MB. */
export function formatSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  const kilobytes = bytes / 1024
  if (kilobytes < 1023.5) return `${Math.round(kilobytes)} KB`
  const megabytes = kilobytes / 1024
  return megabytes < 1023.95 ? `${megabytes.toFixed(1)} MB` : `${(megabytes / 1024).toFixed(1)} GB`
}

/** `2022-12-13` → 2022年12月13日; `padded` keeps the zeros, as a portal's 发布日期 does. */
export function formatDay(day: string, padded = false): string {
  const [year, month, date] = day.slice(0, 10).split('-') as [string, string, string]
  return padded ? `${year}年${month}月${date}日` : `${year}年${Number(month)}月${Number(date)}日`
}

/** `2022-12-25T16:00:00+08:00` → 2022年12月25日 16时, in the zone it was written in. */
export function formatDeadline(deadline: string): string {
  const [hour, minute] = deadline.slice(11, 16).split(':') as [string, string]
  return `${formatDay(deadline)} ${Number(hour)}时${minute === '00' ? '' : `${minute}分`}`
}

/** An instant as its reader's clock shows it: 12月25日 9:05. */
export function formatMinute(instant: string): string {
  const at = new Date(instant)
  return `${at.getMonth() + 1}月${at.getDate()}日 ${at.getHours()}:${String(at.getMinutes()).padStart(2, '0')}`
}

/** Beijing time in the UTC fields: what people there read, and the same bytes whatever zone the machine is set to. */
export function toBeijing(now: Date): Date {
  return new Date(now.getTime() + 8 * 3_600_000)
}

/** An instant as the office files it, whatever its computer's zone: 2022-12-26 11:05, Beijing time. */
export function formatBeijing(instant: string): string {
  const at = toBeijing(new Date(instant)).toISOString()
  return `${at.slice(0, 10)} ${at.slice(11, 16)}`
}
