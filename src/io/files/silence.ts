/**
 * Calls to the browser that do not answer. Each is watched from its start; once one is late the page can say so, and a
 * person may give the late ones up, which are then refused with a TimeoutError. Nothing is ever given up by itself: storing
 * 2 GB on a slow disk takes minutes.
 */

/** `storage`: the browser's database. `reading`: a file, by the thread that hashes it. */
export type Silent = 'storage' | 'reading'

interface Watch {
  /** There was news: from now on it is late only after `patience` more milliseconds. */
  heard(patience: number): void
  /** The call has answered. */
  end(): void
}

interface Call {
  what: Silent
  due: number
  isLate: boolean
  timer: ReturnType<typeof setTimeout> | undefined
  giveUp: () => void
}

const calls = new Set<Call>()
let tell: (silent: Silent | null) => void = () => {}

/** Calls back with what does not answer, and with null once nothing is late any more. */
export function onSilence(callback: (silent: Silent | null) => void): void {
  tell = callback
}

/** Watches a call that may take `patience` milliseconds; `giveUp` ends it. */
export function watchCall(what: Silent, patience: number, giveUp: () => void): Watch {
  const call: Call = { what, due: Date.now() + patience, isLate: false, timer: undefined, giveUp }
  calls.add(call)
  wait(call)
  return {
    heard: patience => {
      call.due = Date.now() + patience
      setLate(call, false)
      wait(call)
    },
    end: () => {
      clearTimeout(call.timer)
      calls.delete(call)
      setLate(call, false)
    },
  }
}

/** Gives up every call that is late. @returns how many there were */
export function giveUpLateCalls(): number {
  const late = [...calls].filter(call => call.isLate)
  for (const call of late) call.giveUp()
  return late.length
}

/** The error of a call that was given up. */
export function giveUpError(): DOMException {
  return new DOMException('The browser does not answer', 'TimeoutError')
}

function wait(call: Call): void {
  clearTimeout(call.timer)
  call.timer = setTimeout(() => {
    if (dueOf(call) > Date.now()) wait(call)
    else setLate(call, true)
  }, dueOf(call) - Date.now())
}

/** A transaction waits for those that were begun before it, so it is not late before they are. */
function dueOf(call: Call): number {
  let due = call.due
  for (const other of calls) {
    if (other === call) break
    if (other.what === call.what) due = Math.max(due, other.due)
  }
  return due
}

function setLate(call: Call, isLate: boolean): void {
  if (call.isLate === isLate) return
  call.isLate = isLate
  tell([...calls].find(other => other.isLate)?.what ?? null)
}
