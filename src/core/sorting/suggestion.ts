/**
 * What sorting starts from and ends with. A file that was brought in and has no item yet is 待归类; a suggestion (建议归入)
 * says where it probably belongs, how sure that is, and why. Plain data: no bytes, no clock.
 */

/** Clues in a file beyond its name; each is absent where the file has none, or was not read. */
export interface Clues {
  /** The first lines of a document, without empty ones, outermost title first. */
  firstLines?: string[] | undefined
  /** The day a photo was taken, `2022-11-03`. */
  takenOn?: string | undefined
}

/** A file without an item. */
export interface UnsortedFile extends Clues {
  /** Whatever tells it from the others; comes back as `Suggestion.file`. */
  id: string
  /** As it was brought, `/`-separated, with its folders and its name: `8-1 万千百十一/实施方案.docx`. */
  path: string
}

/** An item of the catalogue with all the edition says of it. */
export interface SortingTarget {
  /** The item's id. */
  item: string
  /** The id of its row; `0` for the common materials. */
  row: string
  /** False for a row's「其他」, which says nothing of itself. */
  isCounted: boolean
  /** Whether it is asked of this unit. What is not is never suggested, but a file may plainly belong there. */
  isOwn: boolean
  /** The row's printed number, as printed; empty where it has none. */
  number: string
  /** The item's own words: its text and its label. */
  texts: string[]
  /** The row's words: levels, name, content, criteria, and whatever else is printed. */
  rowTexts: string[]
}

/** A file that has an item. */
export interface PlacedFile {
  item: string
  /** As it was brought, or only its name where no more is known. */
  path: string
  /** As in `Clues`. */
  takenOn?: string | undefined
}

export interface SortingContext {
  /** The year that the edition is about, `2022`; empty where it is about none. Papers of another year are never sure. */
  year: string
  /** The unit's full name: on every paper, so it says nothing. */
  unit: string
  /** Files of an earlier edition's checklist, with the items they belong to. */
  earlier: readonly PlacedFile[]
  /** Files that the person has sorted in this checklist: their neighbours follow. */
  decided: readonly PlacedFile[]
}

/** Why an item is suggested, in the words that were found. */
export type SuggestionReason =
  /** A folder's name, by its number or its words. */
  | { code: 'folder'; text: string }
  /** A number or words in the file's name, as they stand there. */
  | { code: 'name'; text: string }
  /** Words at the beginning of the document: the line. */
  | { code: 'first-lines'; text: string }
  /** A file of nearly the same name lay there in the earlier edition: its name. */
  | { code: 'earlier'; text: string }
  /** The person has just put a file of the same folder, or of the same name but for its number, there: its name. */
  | { code: 'decided'; text: string }
  /** The person has just put photos of this day there. */
  | { code: 'same-day'; day: string }
  /** The folder or the name tells the row, nothing tells which of its items: it goes to the row's 其他. */
  | { code: 'row-only'; text: string }

/** Why none is suggested. */
export type NoSuggestionReason =
  /** Nothing says anything: 扫描0001.pdf, IMG_0001.jpg. */
  | { code: 'no-words' }
  /** Its words are those of no item. */
  | { code: 'no-item' }
  /** It may belong to several items alike, likeliest first. */
  | { code: 'several'; items: string[] }
  /** It belongs to a row that is not asked of this unit. */
  | { code: 'not-asked'; row: string }

export type Suggestion = {
  /** `UnsortedFile.id`. */
  file: string
  /** Items that are nearly as likely, likeliest first, without `item`; five at most. For 换一项…. */
  others: string[]
} & (
  | { item: string; isSure: boolean; reason: SuggestionReason }
  | { item: null; isSure: false; reason: NoSuggestionReason }
)
