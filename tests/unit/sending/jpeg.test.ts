/** The header of a JPEG: its size, which way it is turned, and whether all of it is there. */

import { fitJpeg, readJpeg, turnUpright, uprightExif } from '../../../src/core/sending/jpeg'
import { expect, test } from '../runner'

const segment = (marker: number, ...bytes: number[]) => [
  0xff,
  marker,
  (bytes.length + 2) >> 8,
  (bytes.length + 2) & 255,
  ...bytes,
]
const frame = (width: number, height: number, marker = 0xc0) =>
  segment(marker, 8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0)
const scan = [...segment(0xda, 1, 1, 0, 0, 63, 0), 0x12, 0xff, 0x00, 0x34]
const end = [0xff, 0xd9]

/** An Exif segment with the orientation as its second entry, and a second directory behind it, as cameras write it. */
function exif(orientation: number, isLittle: boolean): number[] {
  const two = (value: number) => (isLittle ? [value & 255, value >> 8] : [value >> 8, value & 255])
  const four = (value: number) => (isLittle ? [...two(value), 0, 0] : [0, 0, ...two(value)])
  const entry = (tag: number, value: number) => [...two(tag), ...two(3), ...four(1), ...two(value), 0, 0]
  const tiff = [
    ...(isLittle ? [0x49, 0x49] : [0x4d, 0x4d]),
    ...two(42),
    ...four(8),
    ...two(2),
    ...entry(0x0100, 9),
    ...entry(0x0112, orientation),
    ...four(38),
    ...two(0),
    ...four(0),
  ]
  return segment(0xe1, 0x45, 0x78, 0x69, 0x66, 0, 0, ...tiff)
}

const photo = (...parts: number[][]) => new Uint8Array([[0xff, 0xd8], ...parts, scan, end].flat())

test('readJpeg() reads size and orientation, of both byte orders, whatever stands before', () => {
  for (const isLittle of [true, false])
    for (const orientation of [1, 3, 6, 8]) {
      const bytes = photo(
        segment(0xe0, 1, 2),
        exif(orientation, isLittle),
        segment(0xc4, 0),
        frame(4000, 3000, 0xc2),
      )
      expect(readJpeg(bytes)).toEqual({ width: 4000, height: 3000, orientation, exif: [8, 8 + 54] })
    }
  expect(readJpeg(photo(frame(5, 7)))).toEqual({ width: 5, height: 7, orientation: 1, exif: null })
  // Nine is no orientation.
  expect(readJpeg(photo(exif(9, true), frame(5, 7)))?.orientation).toBe(1)
})

test('readJpeg() takes nothing for a photo that is cut, empty or something else', () => {
  const whole = photo(exif(6, true), frame(40, 30))
  expect(readJpeg(whole)).not.toBeNull()
  for (let length = 0; length < whole.length; length++)
    expect(readJpeg(whole.subarray(0, length)), `${length} bytes`).toBeNull()
  for (const text of ['', 'GIF89a', '\x89PNG\r\n\x1a\n', 'ftypheic'])
    expect(readJpeg(new TextEncoder().encode(text))).toBeNull()
  expect(readJpeg(photo())).toBeNull()
})

test('uprightExif() keeps the details of the shot, upright and without the thumbnail', () => {
  for (const isLittle of [true, false]) {
    const bytes = photo(exif(6, isLittle), frame(40, 30))
    const upright = uprightExif(bytes, readJpeg(bytes) as NonNullable<ReturnType<typeof readJpeg>>)
    const expected = exif(1, isLittle)
    // The address of the next directory.
    for (let i = 0; i < 4; i++) expected[2 + 2 + 6 + 8 + 2 + 24 + i] = 0
    expect([...upright]).toEqual(expected)
    expect(bytes).toEqual(photo(exif(6, isLittle), frame(40, 30)))
  }
})

test('turnUpright() puts each corner of a stored picture where it is seen', () => {
  const [width, height] = [4, 3]
  /** Where the stored upper left and upper right corners are seen, by Exif's own words. */
  const corners: Record<number, [string, string]> = {
    1: ['left top', 'right top'],
    2: ['right top', 'left top'],
    3: ['right bottom', 'left bottom'],
    4: ['left bottom', 'right bottom'],
    5: ['left top', 'left bottom'],
    6: ['right top', 'right bottom'],
    7: ['right bottom', 'right top'],
    8: ['left bottom', 'left top'],
  }
  for (const [number, seen] of Object.entries(corners)) {
    const orientation = Number(number)
    const fitted = fitJpeg({ width, height, orientation, exif: null }, 100)
    const [a, b, c, d, e, f] = turnUpright(orientation, width, height)
    const see = (x: number, y: number) => {
      const [across, down] = [a * x + c * y + e, b * x + d * y + f]
      const left = across === 0 ? 'left' : across === fitted.width ? 'right' : across
      return `${left} ${down === 0 ? 'top' : down === fitted.height ? 'bottom' : down}`
    }
    expect([see(0, 0), see(width, 0)], `orientation ${number}`).toEqual(seen)
  }
})

test('fitJpeg() keeps the sides’ proportion, turned where the picture is, and never makes it larger', () => {
  const jpeg = { width: 4000, height: 3000, exif: null }
  expect(fitJpeg({ ...jpeg, orientation: 1 }, 2000)).toEqual({ width: 2000, height: 1500 })
  expect(fitJpeg({ ...jpeg, orientation: 6 }, 2000)).toEqual({ width: 1500, height: 2000 })
  expect(fitJpeg({ ...jpeg, orientation: 1 }, 9000)).toEqual({ width: 4000, height: 3000 })
  expect(fitJpeg({ width: 9000, height: 1, orientation: 1, exif: null }, 2000)).toEqual({
    width: 2000,
    height: 1,
  })
})
