import { readUnchanged, type ScannedFile } from './file-reading';

/** Encodings a source may be in: labels of the Encoding Standard. */
export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1251', 'windows-1252'] as const;
export type Encoding = (typeof ENCODINGS)[number];

export const isEncoding = (label: string): label is Encoding =>
  (ENCODINGS as readonly string[]).includes(label);

/** Bytes of words with letters beyond ASCII that are looked at to distinguish Cyrillic from Latin. */
const ENOUGH_LETTERS = 100_000;

const MARKS: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

const markOf = (sample: Buffer): Encoding | null =>
  MARKS.find(([, bytes]) => bytes.every((byte, at) => sample[at] === byte))?.[0] ?? null;

const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** Characters of which texts have few or none: controls but white space, and what replaces undecodable bytes. */
const NOT_OF_TEXTS = /[\0-\u0008\u000E-\u001F\uFFFD]/g;

/** So many of them may be a mistake in a short text: the cells they stand in are named. */
const FEW = 3;

/** Whether the beginning of a file reads as text in an encoding. */
function isText(sample: Buffer, encoding: Encoding): boolean {
  const text = decodeSample(sample, encoding);
  return countOf(text, NOT_OF_TEXTS) <= Math.max(FEW, text.length / 100);
}

/**
 * UTF-16 of any script has separators, digits or line ends, whose upper byte is zero; other texts have no zeros but by
 * mistake. Of letters beyond Latin it is not valid UTF-8, of Latin letters half of it are zeros.
 */
function utf16Of(sample: Buffer): Encoding | null {
  let [even, odd] = [0, 0];
  for (let at = 0; at < sample.length; at += 1) {
    if (sample[at] !== 0) continue;
    if (at % 2 === 0) even += 1;
    else odd += 1;
  }
  const encoding = odd > even ? 'utf-16le' : 'utf-16be';
  return even + odd > sample.length / 100 && isText(sample, encoding) ? encoding : null;
}

const zerosOf = (sample: Buffer): number =>
  sample.reduce((count, byte) => (byte === 0 ? count + 1 : count), 0);

const isAsciiLetter = (byte: number): boolean => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
/** Letters stand from 0xC0 on in both code pages; U+0401 and U+0451 before it in windows-1251. */
const isUpperLetter = (byte: number): boolean => byte >= 0xc0 || byte === 0xa8 || byte === 0xb8;

/** Words mostly of letters beyond ASCII are Cyrillic, ASCII words with some such letters are Latin. */
class CodePageVotes {
  private cyrillic = 0;
  private latin = 0;
  private ascii = 0;
  private upper = 0;
  letters = 0;

  add(chunk: Buffer): void {
    for (const byte of chunk) {
      if (isAsciiLetter(byte)) this.ascii += 1;
      else if (isUpperLetter(byte)) this.upper += 1;
      else if (this.ascii + this.upper > 0) this.endWord();
    }
  }

  private endWord(): void {
    if (this.upper > this.ascii) this.cyrillic += 1;
    else if (this.upper > 0) this.latin += 1;
    if (this.upper > 0) this.letters += this.upper + this.ascii;
    this.ascii = 0;
    this.upper = 0;
  }

  decision(): Encoding {
    this.endWord();
    return this.cyrillic > this.latin ? 'windows-1251' : 'windows-1252';
  }
}

/** The encoding of a text that is not wholly UTF-8: damaged UTF-8, or a code page. */
async function damagedOrCodePage({ identity }: ScannedFile): Promise<Encoding> {
  const decoder = new TextDecoder('utf-8');
  const votes = new CodePageVotes();
  let [broken, whole] = [0, 0];
  for await (const chunk of readUnchanged(identity)) {
    const text = decoder.decode(chunk, { stream: true });
    broken += countOf(text, /\uFFFD/g);
    whole += countOf(text, /[\u0080-\uFFFC]/g);
    votes.add(chunk);
    if (votes.letters > ENOUGH_LETTERS && broken + whole > ENOUGH_LETTERS) break;
  }
  // Text of a code page hardly ever makes sequences of UTF-8.
  return whole > broken ? 'utf-8' : votes.decision();
}

/**
 * The encoding of a text file: from its byte order mark, the zeros of UTF-16, whether it is UTF-8, else
 * windows-1251 or -1252 by the letters of its words. Null where it is no text.
 */
export async function detectEncoding(scanned: ScannedFile): Promise<Encoding | null> {
  const { sample, isUtf8 } = scanned;
  const marked = markOf(sample);
  if (marked) return marked;
  if (sample.includes(0) && !(isUtf8 && zerosOf(sample) < sample.length / 4)) return utf16Of(sample);
  if (!isText(sample, 'windows-1252')) return null;
  return isUtf8 ? 'utf-8' : damagedOrCodePage(scanned);
}

/** What windows-1252 has at the bytes from 0x80 to 0x9F; C1 controls where it has nothing (Encoding Standard). */
const WINDOWS_1252 =
  '\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F' +
  '\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178';

/** Some releases of Node.js decode windows-1252 as ISO 8859-1, which has controls there. */
const withoutControls = (text: string): string =>
  text.replace(/[\u0080-\u009F]/g, (control) => WINDOWS_1252[control.charCodeAt(0) - 0x80] as string);

/** A decoder of chunks; without a chunk it gives what is left. */
function decoderOf(encoding: Encoding): (chunk?: Buffer) => string {
  const decoder = new TextDecoder(encoding);
  const decode = (chunk?: Buffer): string => decoder.decode(chunk, { stream: chunk !== undefined });
  return encoding === 'windows-1252' ? (chunk) => withoutControls(decode(chunk)) : decode;
}

/** The beginning of a text, decoded. */
export const decodeSample = (sample: Buffer, encoding: Encoding): string => decoderOf(encoding)(sample);

/**
 * Turns bytes of an encoding into UTF-8 without a byte order mark. Broken UTF-8 stays broken.
 */
export async function* asUtf8(
  chunks: AsyncIterable<Buffer>,
  encoding: Encoding,
): AsyncGenerator<Buffer, void, void> {
  if (encoding === 'utf-8') {
    yield* withoutMark(chunks);
    return;
  }
  const decode = decoderOf(encoding);
  for await (const chunk of chunks) yield Buffer.from(decode(chunk), 'utf8');
  yield Buffer.from(decode(), 'utf8');
}

async function* withoutMark(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void, void> {
  let isFirst = true;
  for await (const chunk of chunks) {
    yield isFirst && markOf(chunk) === 'utf-8' ? chunk.subarray(3) : chunk;
    isFirst = false;
  }
}
