/**
 * What the packages that read documents call and Chromium 86 lacks (Object.hasOwn, from 93). Only the worker that reads has it:
 * its globals are its own.
 */
if (!('hasOwn' in Object))
  Object.defineProperty(Object, 'hasOwn', {
    value: (of: object, key: PropertyKey) => Object.getOwnPropertyDescriptor(of, key) !== undefined,
  })
