import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import type { SourceFile } from '../source/source';
import type { ImportedFile } from './store';

/** What Strapi's upload providers take of a file, and set in it. */
interface StoredFile {
  readonly name: string;
  readonly hash: string;
  readonly ext: string;
  readonly mime: string;
  /** In kilobytes. */
  readonly size: number;
  readonly stream: NodeJS.ReadableStream;
  url?: string;
}

interface UploadProvider {
  uploadStream(file: StoredFile): Promise<void>;
}

const ENDINGS = ['.csv', '.tsv', '.txt', '.xlsx', '.json', '.ndjson'];

/**
 * Keeps the source files of an import in the upload provider, beside the media library and not in it: no list and no
 * API has them. Their names are random, 122 bits, since a provider may answer whoever knows an address. A file that
 * cannot be kept is logged and has no address: the import is done already.
 * @returns the files, with the address of each that is kept
 */
export async function keepFiles(
  strapi: Core.Strapi,
  sources: readonly SourceFile[],
  files: readonly ImportedFile[],
): Promise<ImportedFile[]> {
  const { provider } = strapi.plugin('upload') as unknown as { provider: UploadProvider };
  const kept: ImportedFile[] = [];
  for (const [index, file] of files.entries()) {
    const source = sources[index];
    const address = source && (await keepFile(strapi, provider, source, file));
    kept.push(address === undefined ? file : { ...file, address });
  }
  return kept;
}

async function keepFile(
  strapi: Core.Strapi,
  provider: UploadProvider,
  source: SourceFile,
  { name, bytes }: ImportedFile,
): Promise<string | undefined> {
  const ending = path.extname(name).toLowerCase();
  const stored: StoredFile = {
    name,
    hash: `import_${randomUUID()}`,
    ext: ENDINGS.includes(ending) ? ending : '',
    // Never shown by a browser, whatever is in it.
    mime: 'application/octet-stream',
    size: bytes / 1024,
    stream: createReadStream(source.path),
  };
  try {
    await provider.uploadStream(stored);
    return stored.url;
  } catch (error) {
    strapi.log.error(error);
    return undefined;
  }
}
