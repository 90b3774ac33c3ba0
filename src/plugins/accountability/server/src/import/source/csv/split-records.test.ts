import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { splitRecords } from './split-records';

const settings = { separator: ',', mostFields: 1_000, mostBytes: 1_000_000 };

const piece = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('"', '""', ',', '\n', '\r', '\r\n', ' ', 'a') },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 5 }) },
);
const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('').replaceAll('\u0000', ''));

/** What a parser that is used everywhere makes of a text; null where a quote is not closed. */
function parsed(whole: string): unknown {
  try {
    return parse(whole, {
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_quotes: true,
      relax_column_count: true,
      cast: (value, { quoting }) => (value === '' && !quoting ? null : value),
    });
  } catch {
    return null;
  }
}

/** The records of bytes that come in chunks of a size. */
function split(bytes: Buffer, size: number): unknown {
  const records: unknown[] = [];
  let rest: Buffer = Buffer.alloc(0);
  for (let at = 0; at < bytes.length; at += size) {
    rest = Buffer.concat([rest, bytes.subarray(at, at + size)]);
    const found = splitRecords(rest, false, settings);
    records.push(...found.records);
    rest = rest.subarray(found.end);
  }
  const last = splitRecords(rest, true, settings);
  return last.failure ? null : [...records, ...last.records];
}

describe('Records of CSV', () => {
  it('are those that a parser in wide use finds, in chunks of any size', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 30 }), (whole, size) => {
        expect(split(Buffer.from(whole), size)).toEqual(parsed(whole));
      }),
      { numRuns: 3_000 },
    );
  });

  it('end before one that has too many cells or bytes', () => {
    const few = { ...settings, mostFields: 2, mostBytes: 6 };
    expect(splitRecords(Buffer.from('a,b\nc,d,e\n'), true, few)).toEqual({
      records: [['a', 'b']],
      end: 4,
      failure: 'too-many-fields',
    });
    expect(splitRecords(Buffer.from('a,b\n"1234567"\n'), true, few)).toMatchObject({
      records: [['a', 'b']],
      failure: 'too-large',
    });
  });
});
