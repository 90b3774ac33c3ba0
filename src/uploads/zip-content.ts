import { open, type Entry, type ZipFile } from 'yauzl';

/** Entries by which office formats are identified. */
const FORMAT_ENTRIES = ['[Content_Types].xml', 'mimetype'];
const MAX_ENTRIES = 10_000;
const MAX_BYTES = 1024 * 1024;

const OFFICE_OPEN =
  /application\/vnd\.openxmlformats-officedocument\.(wordprocessingml\.document|spreadsheetml\.sheet|presentationml\.presentation)(?=\.main\+xml)/;
const OPEN_DOCUMENT = /^application\/vnd\.oasis\.opendocument\.[a-z-]+$/;

/** The office format of a package's identifying entry; null for none. */
export function officeType(text: string): string | null {
  return OFFICE_OPEN.exec(text)?.[0] ?? OPEN_DOCUMENT.exec(text.trim())?.[0] ?? null;
}

/**
 * The office format of a zip file by its directory. The sniffer reads from the start, and gives up on packages with
 * large pictures before the identifying entry, which some office programs write last.
 * @returns null for any other zip file, and for an unreadable one
 */
export async function officeTypeOfZip(file: string): Promise<string | null> {
  let zip: ZipFile | undefined;
  try {
    zip = await opened(file);
    const entry = await identifyingEntry(zip);
    return entry && officeType(await contentOf(zip, entry));
  } catch {
    // A damaged archive is no office document.
    return null;
  } finally {
    zip?.close();
  }
}

const opened = (file: string): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    open(file, { lazyEntries: true, autoClose: false }, (error, zip) =>
      error ? reject(error) : resolve(zip),
    );
  });

const identifyingEntry = (zip: ZipFile): Promise<Entry | null> =>
  new Promise((resolve, reject) => {
    let seen = 0;
    zip.on('error', reject).on('end', () => resolve(null));
    zip.on('entry', (entry: Entry) => {
      seen += 1;
      if (FORMAT_ENTRIES.includes(entry.fileName)) resolve(entry);
      else if (seen >= MAX_ENTRIES) resolve(null);
      else zip.readEntry();
    });
    zip.readEntry();
  });

async function contentOf(zip: ZipFile, entry: Entry): Promise<string> {
  if (entry.uncompressedSize > MAX_BYTES) return '';
  const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) => {
    zip.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened)));
  });
  const pieces: Buffer[] = [];
  // It ends with an error when there is more data than the directory states.
  for await (const piece of stream) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString('utf8');
}
