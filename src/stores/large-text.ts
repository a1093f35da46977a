/** 大字: whether this browser shows pages in large text. Comfort only; nobody misses it when it is gone. */
import { readPreference, writePreference } from '../io/site/preference'

const key = 'yinzheng-large-text'

export function isLargeText(): boolean {
  return readPreference(key) === 'on'
}

export function keepLargeText(isLarge: boolean): void {
  writePreference(key, isLarge ? 'on' : 'off')
}
