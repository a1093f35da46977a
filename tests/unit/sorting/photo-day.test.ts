/** The day of a photo out of real JPEG bytes, whole, cut and damaged. */

import sharp, { type Exif } from 'sharp'
import { photoDay } from '../../../src/core/sorting/photo-day'
import { readClues } from '../../../src/io/sorting/read-clues'
import { expect, test } from '../runner'
import { randomFrom } from '../samples'

const taken = '2022:11:03 10:15:00'

/** A real JPEG of 40 × 30 with these fields. */
async function photo(exif: Exif, orientation = 1): Promise<Uint8Array> {
  const blank = sharp({ create: { width: 40, height: 30, channels: 3, background: '#888' } })
  const picture = blank.withExif(exif).withMetadata({ orientation })
  return new Uint8Array(await picture.withExif(exif).jpeg().toBuffer())
}

/** A JPEG head whose TIFF part is ours, in either byte order, with `text` as DateTimeOriginal. */
function handMade(isLittle: boolean, text: string, entries = 1): Uint8Array {
  const tiff = new DataView(new ArrayBuffer(100))
  tiff.setUint16(0, isLittle ? 0x4949 : 0x4d4d)
  tiff.setUint16(2, 42, isLittle)
  tiff.setUint32(4, 8, isLittle)
  const directory = (at: number, tag: number, type: number, count: number, value: number) => {
    tiff.setUint16(at, entries, isLittle)
    tiff.setUint16(at + 2, tag, isLittle)
    tiff.setUint16(at + 4, type, isLittle)
    tiff.setUint32(at + 6, count, isLittle)
    tiff.setUint32(at + 10, value, isLittle)
  }
  directory(8, 0x8769, 4, 1, 30)
  directory(30, 0x9003, 2, 20, 60)
  for (const [i, character] of Array.from(text).entries()) tiff.setUint8(60 + i, character.charCodeAt(0))
  const exif = [...new TextEncoder().encode('Exif\0\0'), ...new Uint8Array(tiff.buffer)]
  const comment = [0xff, 0xfe, 0, 4, 1, 2]
  return Uint8Array.from([0xff, 0xd8, ...comment, 0xff, 0xe1, 0, exif.length + 2, ...exif, 0xff, 0xda, 0, 2])
}

test('a photo says the day the camera took it, however it is turned', async () => {
  for (const orientation of [1, 3, 6, 8]) {
    const bytes = await photo({ IFD0: { Make: 'X' }, IFD2: { DateTimeOriginal: taken } }, orientation)
    expect(photoDay(bytes)).toBe('2022-11-03')
    expect(await readClues(new Blob([Uint8Array.from(bytes)]), 'IMG_0001.JPG')).toEqual({
      takenOn: '2022-11-03',
    })
  }
})

test('both byte orders are read, behind other segments', () => {
  expect(photoDay(handMade(true, taken))).toBe('2022-11-03')
  expect(photoDay(handMade(false, taken))).toBe('2022-11-03')
})

test('a photo without a day, or with one that is none, says nothing', async () => {
  expect(photoDay(await photo({ IFD0: { Make: 'X' } }))).toBeNull()
  for (const text of ['0000:00:00 00:00:00', '2022:13:01 00:00:00', '    :  :     :  :  ', '2022:11:0'])
    expect(photoDay(handMade(true, text)), text).toBeNull()
  expect(photoDay(new TextEncoder().encode('no picture'))).toBeNull()
  expect(photoDay(new Uint8Array())).toBeNull()
  expect(await readClues(new Blob(['GIF89a']), '动图.gif')).toEqual({})
})

test('no byte of a damaged photo makes it fail, or say a day that no calendar has', () => {
  const random = randomFrom(7)
  const whole = handMade(false, taken)
  for (let cut = 0; cut < whole.length; cut++) photoDay(whole.subarray(0, cut))
  const days = new Set<string | null>()
  for (let time = 0; time < 3000; time++) {
    const bytes = whole.slice()
    for (let n = 0; n < 4; n++) bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256)
    days.add(photoDay(bytes))
  }
  const isDay = /^(19|20)\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/
  expect([...days].filter(day => day !== null && !isDay.test(day))).toEqual([])
  expect(photoDay(handMade(true, taken, 65_535))).toBe('2022-11-03')
})
