import { open } from 'node:fs/promises';
import { TextDecoder } from 'node:util';
import sharp from 'sharp';
import { typeOfEnding } from './file-types';
import { endingOf, type FoundFile, type Pixels } from './validate-file';
import { isBinary, isMarkup, textEncoding } from './plain-text';
import { officeTypeOfZip } from './zip-content';

const PIECE = 64 * 1024;

/**
 * Inspects a file. Nothing is decoded: of pictures only the header is read.
 * @param path of the file
 * @param name as declared
 */
export async function inspectFile(path: string, name: string, bytes: number): Promise<FoundFile> {
  const type = typeOfEnding(endingOf(name));
  const sniffed = await sniff(path);
  const isText = type?.contents === 'text';
  return {
    name,
    bytes,
    sniffed,
    ...(isText && { text: await readAsText(path) }),
    ...(type?.isRaster && type.contents.includes(sniffed ?? '') && { pixels: await pixelsOf(path) }),
  };
}

async function sniff(path: string): Promise<string | null> {
  // An ES module, loaded from CommonJS.
  const { fileTypeFromFile } = await import('file-type');
  try {
    const mime = (await fileTypeFromFile(path))?.mime ?? null;
    return mime === 'application/zip' ? ((await officeTypeOfZip(path)) ?? mime) : mime;
  } catch {
    // Truncated, or invalid in the format of its signature.
    return null;
  }
}

async function readAsText(path: string): Promise<FoundFile['text']> {
  const file = await open(path);
  try {
    const buffer = Buffer.alloc(PIECE);
    let decoder: TextDecoder | undefined;
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, PIECE);
      if (bytesRead === 0) return 'text';
      const bytes = buffer.subarray(0, bytesRead);
      const isStart = decoder === undefined;
      decoder ??= new TextDecoder(textEncoding(bytes));
      const piece = decoder.decode(bytes, { stream: true });
      if (isBinary(piece)) return 'binary';
      if (isStart && isMarkup(piece)) return 'markup';
    }
  } finally {
    await file.close();
  }
}

async function pixelsOf(path: string): Promise<Pixels | null> {
  try {
    const { width, height, pages } = await sharp(path, { limitInputPixels: false }).metadata();
    return width && height ? { width, height, frames: pages ?? 1 } : null;
  } catch {
    return null;
  }
}
