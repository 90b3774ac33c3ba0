import { isSameAsBefore, requestedRange } from './byte-range';

describe('the part of a file that is asked for', () => {
  it.each([
    ['bytes=0-99', { start: 0, end: 99 }],
    ['bytes=900-', { start: 900, end: 999 }],
    ['bytes=-10', { start: 990, end: 999 }],
    ['bytes=-5000', { start: 0, end: 999 }],
    ['bytes=990-5000', { start: 990, end: 999 }],
    ['Bytes= 5-5 ', { start: 5, end: 5 }],
    ['bytes=1000-', 'unsatisfiable'],
    ['bytes=-0', 'unsatisfiable'],
    [undefined, null],
    ['bytes=5-4', null],
    ['bytes=-', null],
    ['bytes=0-1,5-6', null],
    ['rows=0-1', null],
    ['bytes=a-b', null],
    ['bytes=0x1-9', null],
  ])('%s of 1000 bytes', (header, expected) => {
    expect(requestedRange(header, 1000)).toEqual(expected);
  });

  it('is nothing of an empty file', () => {
    expect(requestedRange('bytes=-1', 0)).toBe('unsatisfiable');
    expect(requestedRange('bytes=0-', 0)).toBe('unsatisfiable');
  });

  it.each([
    [undefined, true],
    ['"abc"', true],
    ['W/"abc"', false],
    ['"abd"', false],
    ['Wed, 25 Nov 2026 10:00:00 GMT', true],
    ['Wed, 25 Nov 2026 10:00:01 GMT', false],
  ])('goes with If-Range %s only where the file is the same', (header, expected) => {
    const validators = { etag: '"abc"', modified: 'Wed, 25 Nov 2026 10:00:00 GMT' };
    expect(isSameAsBefore(header, validators)).toBe(expected);
  });
});
