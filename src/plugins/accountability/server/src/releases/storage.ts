import { createReadStream } from 'node:fs';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import type { ByteRange } from '../http/byte-range';

/** A file that the upload provider keeps, as far as it is needed to find it again. */
export interface StoredFile {
  readonly name: string;
  readonly hash: string;
  readonly ext: string;
  readonly mime: string;
  /** Absolute, or a path below the public folder of this machine. */
  readonly url: string;
  readonly provider_metadata?: unknown;
}

/** What the providers of uploads have in common; those without a stream take a buffer through Strapi's service. */
interface UploadProvider {
  delete(file: object): Promise<unknown>;
  isPrivate(): boolean | Promise<boolean>;
  getSignedUrl(file: object): Promise<{ url: string }>;
}

const providerOf = (strapi: Core.Strapi) => strapi.plugin('upload').provider as unknown as UploadProvider;

const described = (hash: string) => ({ name: `${hash}.zip`, hash, ext: '.zip', mime: 'application/zip' });

/**
 * Hands a file to the upload provider the site is configured with. It becomes no entry of the media library.
 * @param hash the name it is kept under, never used before
 * @throws what the provider throws; a part may have been kept then
 */
export async function storeFile(
  strapi: Core.Strapi,
  source: string,
  hash: string,
  bytes: number,
): Promise<StoredFile> {
  const file: Record<string, unknown> = {
    ...described(hash),
    size: bytes / 1000,
    sizeInBytes: bytes,
    getStream: () => {
      const stream = createReadStream(source);
      // A provider that has failed listens no more, and the file may be gone before it is opened: an error nobody
      // listens for would end the process.
      stream.on('error', () => undefined);
      return stream;
    },
  };
  await strapi.plugin('upload').service('provider').upload(file);
  return {
    ...described(hash),
    url: String(file.url),
    ...(file.provider_metadata !== undefined && { provider_metadata: file.provider_metadata }),
  };
}

/** Removes a file, or the part of it that was kept; harmless where there is none. @throws what the provider throws */
export async function removeFile(strapi: Core.Strapi, hash: string): Promise<void> {
  await providerOf(strapi).delete(described(hash));
}

/**
 * A part of a kept file, from this machine's disk or from wherever the provider has put it: headers, origin and
 * range are then the site's own, whatever the provider can do.
 * @param signal ends the reading from elsewhere
 * @throws Error where the file is not there or shorter than the part
 */
export async function* readFile(
  strapi: Core.Strapi,
  file: StoredFile,
  { start, end }: ByteRange,
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array> {
  let missing = end - start + 1;
  const source = /^(https?:)?\/\//.test(file.url)
    ? readRemote(strapi, file, { start, end }, signal)
    : createReadStream(path.join(strapi.dirs.static.public, file.url), { start, end });
  for await (const chunk of source as AsyncIterable<Uint8Array>) {
    missing -= chunk.length;
    if (missing < 0) break;
    yield chunk;
  }
  if (missing !== 0) throw new Error(`The kept file "${file.name}" has not the size it had`);
}

async function* readRemote(
  strapi: Core.Strapi,
  file: StoredFile,
  { start, end }: ByteRange,
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const provider = providerOf(strapi);
  const { url } = (await provider.isPrivate()) ? await provider.getSignedUrl({ ...file }) : file;
  const address = url.startsWith('//') ? `https:${url}` : url;
  const response = await fetch(address, {
    headers: { Range: `bytes=${start}-${end}`, 'Accept-Encoding': 'identity' },
    signal,
  });
  const isPart = response.status === 206;
  if (!response.ok || !response.body || (isPart && !isRangeFrom(response, start))) {
    await response.body?.cancel();
    throw new Error(`The kept file "${file.name}" cannot be had: ${response.status}`);
  }
  // A store that knows no ranges sends everything.
  let [skip, left] = [isPart ? 0 : start, end - start + 1];
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    const wanted = chunk.subarray(skip, skip + left);
    skip -= Math.min(skip, chunk.length);
    left -= wanted.length;
    if (wanted.length > 0) yield wanted;
    if (left === 0) return;
  }
}

const isRangeFrom = ({ headers }: Response, start: number): boolean =>
  headers.get('content-range')?.startsWith(`bytes ${start}-`) ?? false;
