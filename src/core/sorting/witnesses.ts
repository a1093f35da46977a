/** The witnesses for a file's row: the parts of its path and its first lines, each weighed, and its numbers, read from outside in. */
import type { PathPart } from './path'
import { partsOfPath } from './path'
import type { SortingTarget, UnsortedFile } from './suggestion'
import type { Vocabulary } from './vocabulary'
import { type Best, bestOf, type Weight, weigh } from './weigh'
import { lettersOf, tidyText } from './words'

export interface Witness {
  source: 'folder' | 'name' | 'first-lines'
  /** As it stands there. */
  text: string
  /** Its words, letters only. */
  letters: string
  weight: Weight
  best: Best | null
  /** How much it counts beside the others, from 0 to 1. */
  share: number
}

/** A number that means something, with all that it can mean. */
export interface NumberFound {
  targets: readonly SortingTarget[]
  /** How many parts were written: one is weak, three are an item's id. */
  length: number
  part: PathPart
  /** Which witness has it. */
  depth: number
  /** As it stands there: `8-1-1`. */
  text: string
}

export interface Testimony {
  /** From the outermost folder to the name, then the first lines. */
  witnesses: Witness[]
  /** From the outermost; an inner one that continues an outer one (8 / 2) means both together. */
  numbers: NumberFound[]
}

const nameShare = 1
const linesShare = 0.8
const folderShares = [0.8, 0.6, 0.5, 0.4]

/** Weighs texts once: folders come with each of their files. */
export type WeighText = (words: string) => { weight: Weight; best: Best | null }

export function weigher(vocabulary: Vocabulary): WeighText {
  const known = new Map<string, ReturnType<WeighText>>()
  return words => {
    const found = known.get(words)
    if (found) return found
    const weight = weigh(words, vocabulary)
    const weighed = { weight, best: bestOf(weight) }
    known.set(words, weighed)
    return weighed
  }
}

export function hear(
  file: UnsortedFile,
  vocabulary: Vocabulary,
  weighText: WeighText,
  unit: string,
): Testimony {
  const parts = partsOfPath(file.path, unit)
  const witnesses = parts.map((part, i): Witness => {
    const depth = parts.length - 2 - i
    return {
      source: part.isName ? 'name' : 'folder',
      text: part.text,
      letters: lettersOf(part.words),
      ...weighText(part.words),
      share: part.isName ? nameShare : (folderShares[depth] ?? 0.3),
    }
  })
  const line = titleOf(file.firstLines ?? [], unit, weighText)
  return { witnesses: line ? [...witnesses, line] : witnesses, numbers: numbersOf(parts, vocabulary) }
}

/** How many of the first lines are looked at, and how much of each. */
const mostLines = 6
const longestLine = 80

/** Whom a paper is sent to (各成员单位：), or what is to be filled in (填报单位：): nothing of what it is about. */
const addressees = /[:：]\s*$/

/** The one of the first lines that says most: a paper's head names the office before it names the subject. */
function titleOf(lines: readonly string[], unit: string, weighText: WeighText): Witness | null {
  let title: Witness | null = null
  for (const text of lines.slice(0, mostLines)) {
    if (addressees.test(text)) continue
    const words = tidyText(text.slice(0, longestLine), unit)
    const weighed = weighText(words)
    if ((weighed.best?.weight ?? 0) <= (title?.best?.weight ?? 0)) continue
    title = { source: 'first-lines', text, letters: lettersOf(words), ...weighed, share: linesShare }
  }
  return title
}

function numbersOf(parts: readonly PathPart[], { targetsOf }: Vocabulary): NumberFound[] {
  const found: NumberFound[] = []
  let outer: readonly number[] = []
  for (const [depth, part] of parts.entries()) {
    if (!part.number) continue
    const { parts: number, text } = part.number
    // Files of a folder are numbered for their order: 1.方案 2.总结.
    if (part.isName && number.length === 1 && parts.length > 1) continue
    const whole = number.length === 1 && outer.length > 0 ? [...outer, ...number] : number
    const targets = targetsOf(whole)
    if (targets.length === 0) continue
    outer = whole
    found.push({ targets, length: number.length, part, depth, text })
  }
  return found
}
