import { createReadStream } from 'node:fs';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import type { ByteRange } from '../http/byte-range';

/** The properties by which a file of the upload provider is found again. */
export interface StoredFile {
  readonly name: string;
  readonly hash: string;
  readonly ext: string;
  readonly mime: string;
  /** Absolute, or a path below the public folder of this machine. */
  readonly url: string;
  readonly provider_metadata?: unknown;
}

/** The common interface of upload providers; those without streams receive a buffer through Strapi's service. */
interface UploadProvider {
  delete(file: object): Promise<unknown>;
  isPrivate(): boolean | Promise<boolean>;
  getSignedUrl(file: object): Promise<{ url: string }>;
}

const providerOf = (strapi: Core.Strapi) => strapi.plugin('upload').provider as unknown as UploadProvider;

const described = (hash: string) => ({ name: `${hash}.zip`, hash, ext: '.zip', mime: 'application/zip' });

/**
 * Stores a file in the configured upload provider. It does not appear in the media library.
 * @param hash its unique name in the provider
 * @throws what the provider throws; a part may have been stored then
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
      // After a failure the provider does not listen any more, and the file may be removed before it is opened: an
      // unhandled error event would end the process.
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

/**
 * Removes a file, or the stored part of it; does nothing where there is none.
 * @throws what the provider throws
 */
export async function removeFile(strapi: Core.Strapi, hash: string): Promise<void> {
  await providerOf(strapi).delete(described(hash));
}

/**
 * A range of a stored file, from this machine's disk or from the provider's address: headers, origin and range are
 * then the site's own, whatever the provider supports.
 * @param signal aborts the request to the provider
 * @throws Error where the file is missing or shorter than the range
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
  // A store without range support sends everything.
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
