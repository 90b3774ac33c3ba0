import { buffer } from 'node:stream/consumers';
import { crc32, deflateSync } from 'node:zlib';
import { ZipFile } from 'yazl';
import { hostRequire } from './host';

/** A file as a browser sends it. */
export interface Sample {
  readonly name: string;
  /** What its sender says it is. */
  readonly type: string;
  readonly content: Buffer;
}

export const sample = (
  name: string,
  content: Buffer | string,
  type = 'application/octet-stream',
): Sample => ({
  name,
  type,
  content: Buffer.from(content),
});

type Format = 'png' | 'jpeg' | 'gif' | 'webp' | 'avif' | 'tiff';

/** A picture of few pixels. */
export async function picture(format: Format, width = 3, height = 2): Promise<Buffer> {
  const sharp = hostRequire('sharp') as typeof import('sharp').default;
  const create = { width, height, channels: 3, background: '#226688' } as const;
  return Buffer.from(await sharp({ create }).toFormat(format).toBuffer());
}

/** A PNG of a few bytes that promises this many pixels. */
export function promisingPng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([1, 0], 8);
  const chunk = (kind: string, data: Buffer) => {
    const named = Buffer.concat([Buffer.from(kind), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(named));
    return Buffer.concat([length, named, sum]);
  };
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  const data = deflateSync(Buffer.alloc(16));
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A zip file of these entries, in this order. */
export async function zipOf(entries: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(entries)) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  return buffer(zip.outputStream);
}

/** An office document of today, as far as its type is concerned. */
export const officeDocument = (type: string): Promise<Buffer> =>
  zipOf({
    'word/media/picture.bin': Buffer.alloc(2_000, 7),
    '[Content_Types].xml': `<Types><Override PartName="/a.xml" ContentType="application/vnd.${type}.main+xml"/></Types>`,
  });

export const openDocument = (kind: string): Promise<Buffer> =>
  zipOf({ mimetype: `application/vnd.oasis.opendocument.${kind}`, 'content.xml': '<x/>' });

/** The container of Word, Excel and PowerPoint until 2003. */
export const compoundFile = (): Buffer =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1_016)]);

export const PDF = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]>>endobj
trailer<</Root 1 0 R>>
%%EOF`;

/** What would run: each sets the title of the page it runs in. */
export const HTML = '<!doctype html><title>Before</title><script>document.title = "ran"</script>';
export const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>document.title = "ran"</script></svg>';
export const SCRIPT = 'document.title = "ran";';
