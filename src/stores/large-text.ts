/** 大字: this browser's choice of large text. Only a comfort: where it can't be kept, nothing else suffers. */
import { readPreference, writePreference } from '../io/site/preference'

const key = 'yinzheng-large-text'

export function isLargeText(): boolean {
  return readPreference(key) === 'on'
}

export function keepLargeText(isLarge: boolean): void {
  writePreference(key, isLarge ? 'on' : 'off')
}
