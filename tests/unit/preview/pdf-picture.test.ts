/** The picture of a page in a scanned PDF: found where it is whole and as large as a page, and nothing else is taken for one. */
import { findPageJpeg } from '../../../src/core/preview/pdf-picture'
import { expect, test } from '../runner'

/** A JPEG as far as its size is read: start of image, start of frame (ITU-T T.81, B.2.2), some data, end. */
const jpeg = (width: number, height: number) =>
  Buffer.concat([
    Buffer.from([0xff, 0xd8, 0xff, 0xc0, 0, 17, 8, height >> 8, height & 255, width >> 8, width & 255, 3]),
    Buffer.alloc(40, 7),
    Buffer.from([0xff, 0xd9]),
  ])
const stream = (data: Buffer, dictionary = '/Filter /DCTDecode /ColorSpace /DeviceRGB') =>
  Buffer.concat([
    Buffer.from(`3 0 obj\n<< ${dictionary} >>\nstream\r\n`),
    data,
    Buffer.from('\nendstream\nendobj\n'),
  ])
const pdf = (...parts: Buffer[]) => new Uint8Array(Buffer.concat([Buffer.from('%PDF-1.4\n'), ...parts]))
const found = (file: Uint8Array) => {
  const data = findPageJpeg(file)
  return data && Buffer.from(data).toString('latin1').trimEnd()
}

test('the first JPEG as large as a page is found behind text and small pictures, lying or standing', () => {
  const text = stream(Buffer.from('x\u009cstream\n'), '/Filter /FlateDecode')
  const page = jpeg(1240, 1754)
  const file = pdf(text, stream(jpeg(300, 120)), stream(page), stream(jpeg(1654, 2338)))
  expect(found(file)).toBe(page.toString('latin1'))
  expect(found(pdf(stream(jpeg(1169, 827))))).toBe(jpeg(1169, 827).toString('latin1'))
})

test('a PDF of text, a logo, a picture that is cut off, other data, inks and giants are none', () => {
  const page = jpeg(1240, 1754)
  expect(found(pdf(stream(Buffer.from('text'))))).toBeNull()
  expect(found(pdf(stream(jpeg(300, 120))))).toBeNull()
  expect(found(pdf(stream(jpeg(700, 800))))).toBeNull()
  expect(found(pdf(stream(page)).slice(0, 100))).toBeNull()
  expect(found(pdf(stream(Buffer.from('not a picture'))))).toBeNull()
  expect(found(pdf(stream(page, '/Filter /DCTDecode /ColorSpace /DeviceCMYK')))).toBeNull()
  expect(found(pdf(stream(jpeg(60_000, 60_000))))).toBeNull()
  expect(found(new Uint8Array())).toBeNull()
})
