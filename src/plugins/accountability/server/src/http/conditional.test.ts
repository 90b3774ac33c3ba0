import fc from 'fast-check';
import { entityTag, isNotModified, lastModified, type Validators } from './conditional';

const modified = new Date('2026-11-23T10:00:00.400Z');
const validators: Validators = { etag: '"abc"', modified };
const AFTER = 'Mon, 23 Nov 2026 10:00:01 GMT';
const WITHIN = 'Mon, 23 Nov 2026 10:00:00 GMT';

describe('a conditional request', () => {
  it.each([
    ['the tag', '"abc"', true],
    ['the tag, weak', 'W/"abc"', true],
    ['a list with the tag', '"x", W/"y" ,"abc"', true],
    ['a list with empty members', ', "x",, "abc",', true],
    ['any', ' * ', true],
    ['a tag with a comma in it and then the tag', '"a,b", "abc"', true],
    ['another tag', '"abd"', false],
    ['the tag inside another one', '"x,"abc""', false],
    ['the tag without quotes', 'abc', false],
    ['nothing', '', false],
    ['rubbish and then the tag', 'x "abc"', false],
  ])('with %s in If-None-Match', (_what, header, answer) => {
    expect(isNotModified({ 'if-none-match': header }, validators)).toBe(answer);
  });

  it.each([
    ['the second after', AFTER, true],
    ['a later one', 'Tue, 24 Nov 2026 00:00:00 GMT', true],
    ['the old form of RFC 850', 'Monday, 23-Nov-26 10:00:01 GMT', true],
    ['the form of C', 'Mon Nov 23 10:00:01 2026', true],
    ['the second within which it changed', WITHIN, false],
    ['an earlier one', 'Sun, 22 Nov 2026 10:00:00 GMT', false],
    ['another zone', 'Mon, 23 Nov 2026 10:00:01 +0400', false],
    ['an ISO date', '2026-11-24T00:00:00Z', false],
    ['a date that does not exist', 'Mon, 99 Nov 2026 10:00:01 GMT', false],
    ['rubbish', 'yesterday', false],
  ])('with %s in If-Modified-Since', (_what, header, answer) => {
    expect(isNotModified({ 'if-modified-since': header }, validators)).toBe(answer);
  });

  it('is decided by If-None-Match where it has both', () => {
    const late = { 'if-modified-since': AFTER };
    expect(isNotModified({ ...late, 'if-none-match': '"other"' }, validators)).toBe(false);
    const early = { 'if-modified-since': 'Sun, 22 Nov 2026 10:00:00 GMT' };
    expect(isNotModified({ ...early, 'if-none-match': '"abc"' }, validators)).toBe(true);
  });

  it('without either is answered in full', () => {
    expect(isNotModified({}, validators)).toBe(false);
  });

  it('never takes one state for another of the same second', () => {
    const instant = fc.integer({ min: 1_700_000_000_000, max: 1_700_000_005_000 });
    fc.assert(
      fc.property(instant, instant, instant, (first, read, second) => {
        // A client that requested after the first change and before the second.
        fc.pre(first <= read && read < second);
        const given = lastModified({ etag: '"1"', modified: new Date(first) }, new Date(read));
        const now = { etag: '"2"', modified: new Date(second) };
        expect(isNotModified({ 'if-modified-since': given }, now)).toBe(false);
      }),
    );
  });

  it('is answered with a time that is never in the future, and that satisfies itself later', () => {
    expect(lastModified(validators, modified)).toBe(WITHIN);
    expect(lastModified(validators, new Date('2026-11-24T00:00:00Z'))).toBe(AFTER);
    expect(isNotModified({ 'if-modified-since': AFTER }, validators)).toBe(true);
  });
});

describe('an entity tag', () => {
  it('is the same for the same parts, and another one for others', () => {
    expect(entityTag([1, 'a', null])).toBe(entityTag([1, 'a', null]));
    expect(entityTag([1, 'a', null])).toMatch(/^"[\w-]{27}"$/);
    const tags = [[1, 'a'], ['1', 'a'], [1, 'a', ''], ['1a']].map(entityTag);
    expect(new Set(tags).size).toBe(tags.length);
  });
});
