import { inflateSync } from 'node:zlib';

const SIGNATURE = '89504e470d0a1a0a';
/** Bytes of a pixel by PNG's kind of colour: RGB and RGBA. */
const CHANNELS: Readonly<Record<number, number>> = { 2: 3, 6: 4 };

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** How many pixels have each colour. */
  readonly colours: ReadonlyMap<string, number>;
}

interface Header {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
}

function* chunksOf(file: Buffer): Generator<{ kind: string; data: Buffer }> {
  for (let at = 8; at < file.length;) {
    const length = file.readUInt32BE(at);
    yield { kind: file.toString('latin1', at + 4, at + 8), data: file.subarray(at + 8, at + 8 + length) };
    at += length + 12;
  }
}

function headerOf(data: Buffer): Header {
  const [bits, kind, , , interlaced] = data.subarray(8);
  const channels = CHANNELS[kind as number];
  if (bits !== 8 || interlaced !== 0 || channels === undefined) throw new Error('Another kind of PNG');
  return { width: data.readUInt32BE(0), height: data.readUInt32BE(4), channels };
}

/** PNG's guess of a byte by its neighbours: left, above, and above left. */
function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner;
  const [ofLeft, ofAbove, ofCorner] = [left, above, corner].map((one) => Math.abs(guess - one)) as [
    number,
    number,
    number,
  ];
  if (ofLeft <= ofAbove && ofLeft <= ofCorner) return left;
  return ofAbove <= ofCorner ? above : corner;
}

/** Turns the differences a PNG keeps into values, line by line, in place. */
function unfilter(raw: Buffer, { width, height, channels }: Header): Buffer[] {
  const size = width * channels;
  const lines: Buffer[] = [];
  let before: Buffer = Buffer.alloc(size);
  for (let row = 0; row < height; row += 1) {
    const start = row * (size + 1);
    const filter = raw[start];
    const line = raw.subarray(start + 1, start + 1 + size);
    for (let at = 0; at < size; at += 1) {
      const left = line[at - channels] ?? 0;
      const above = before[at] as number;
      const guesses = [0, left, above, (left + above) >> 1, paeth(left, above, before[at - channels] ?? 0)];
      line[at] = ((line[at] as number) + (guesses[filter as number] as number)) & 255;
    }
    lines.push(line);
    before = line;
  }
  return lines;
}

/** Reads a PNG of eight bits a channel. @throws Error for a file that is none */
export function readPng(file: Buffer): Picture {
  if (file.toString('hex', 0, 8) !== SIGNATURE) throw new Error('No PNG');
  const chunks = [...chunksOf(file)];
  const header = headerOf(chunks.find(({ kind }) => kind === 'IHDR')?.data ?? Buffer.alloc(13));
  const raw = inflateSync(
    Buffer.concat(chunks.filter(({ kind }) => kind === 'IDAT').map(({ data }) => data)),
  );
  const colours = new Map<string, number>();
  for (const line of unfilter(raw, header)) {
    for (let at = 0; at < line.length; at += header.channels) {
      const colour = line.toString('hex', at, at + header.channels);
      colours.set(colour, (colours.get(colour) ?? 0) + 1);
    }
  }
  return { width: header.width, height: header.height, colours };
}
