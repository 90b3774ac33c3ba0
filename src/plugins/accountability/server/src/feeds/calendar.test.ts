import fc from 'fast-check';
import { calendarFile, calendarText, foldLine, type CalendarEvent } from './calendar';

const unfold = (text: string): string => text.replace(/\r\n[ \t]/g, '');
const unescape = (text: string): string =>
  text.replace(/\\(.)/g, (_escape, character: string) => (character === 'n' ? '\n' : character));
/** Georgian, accents, emoji and the characters the format itself uses. */
const text = fc.string({ unit: fc.constantFrom(...'აბგ,;:\\\n\r\t "é😀'), maxLength: 300 });

describe('a line of a calendar', () => {
  it('has at most 75 octets, is cut between characters, and is whole again when unfolded', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme', maxLength: 400 }), text), (any) => {
        const line = `SUMMARY:${any.replace(/[\r\n]/g, '')}`;
        const folded = foldLine(line);
        expect(folded.endsWith('\r\n')).toBe(true);
        const parts = folded.slice(0, -2).split('\r\n');
        for (const part of parts) {
          const bytes = Buffer.from(part);
          expect(bytes.length).toBeLessThanOrEqual(75);
          expect(bytes.toString()).toBe(part);
        }
        expect(unfold(folded)).toBe(`${line}\r\n`);
      }),
    );
  });

  it('fills its 75 octets', () => {
    expect(foldLine('x'.repeat(75))).toBe(`${'x'.repeat(75)}\r\n`);
    expect(foldLine('x'.repeat(76))).toBe(`${'x'.repeat(75)}\r\n x\r\n`);
    // 25 letters of three octets fit; on the next line the leading space counts.
    expect(
      foldLine('ა'.repeat(50))
        .split('\r\n ')
        .map((part) => part.replace('\r\n', '').length),
    ).toEqual([25, 24, 1]);
  });
});

describe('a text of a calendar', () => {
  it('is read as it was written, on one line', () => {
    fc.assert(
      fc.property(text, (written) => {
        const value = calendarText(written);
        expect(value).not.toMatch(/[\r\n]/);
        expect(value.replace(/\\[\\;,n]/g, '')).not.toMatch(/[\\;,]/);
        expect(unescape(value)).toBe(written.replace(/\r\n?/g, '\n'));
      }),
    );
  });

  it('has no control characters', () => {
    expect(calendarText('a\u0000b\u0007c\td\u007f')).toBe('abc\td');
  });
});

describe('a calendar', () => {
  const event: CalendarEvent = {
    uid: 'u-1',
    day: '2019-12-31',
    summary: 'სახლი; კარი',
    description: 'Due',
    url: 'http://site/a?b=1,2',
    status: 'CONFIRMED',
    category: 'Milestone',
    sequence: 7,
    modified: new Date('2026-11-23T10:00:00.900Z'),
  };
  const file = calendarFile({
    name: 'N',
    description: 'D',
    language: 'ka',
    url: 'http://s',
    events: [event],
  });

  it('holds whole days that end before the next one', () => {
    const lines = unfold(file).split('\r\n');
    expect(lines).toEqual(
      expect.arrayContaining([
        'DTSTART;VALUE=DATE:20191231',
        'DTEND;VALUE=DATE:20200101',
        'DTSTAMP:20261123T100000Z',
        'SEQUENCE:7',
        'NAME;LANGUAGE=ka:N',
        'SUMMARY:სახლი\\; კარი',
        'DESCRIPTION:Due',
        'CATEGORIES:Milestone',
        'URL:http://site/a?b=1,2',
      ]),
    );
    expect(file.split('\n').every((line) => line === '' || line.endsWith('\r'))).toBe(true);
  });
});
