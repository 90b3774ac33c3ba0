import type { Core } from '@strapi/strapi';
import { headersOfUpload } from './served-file';

/** What S3 keeps with an object, and sends with it. */
export interface ObjectParameters {
  ContentType?: string;
  ContentDisposition?: string;
}

interface StoredFile {
  mime?: string;
  path?: string | null;
  hash?: string;
  ext?: string;
}

type Store = (file: StoredFile, parameters?: object) => Promise<unknown>;
type Replace = (file: StoredFile, former: StoredFile) => Promise<unknown>;

/** Strapi's provider for S3, as far as it stores files. */
export interface StoringProvider {
  upload: Store;
  uploadStream: Store;
  replace?: Replace;
  replaceStream?: Replace;
  delete(file: StoredFile): Promise<unknown>;
}

/** With which parameters an object is sent so that nothing in it runs; S3 keeps no policy (CSP) with it. */
export function objectParameters(mime: string): ObjectParameters {
  const headers = headersOfUpload(mime);
  return {
    ...(headers['Content-Type'] && { ContentType: headers['Content-Type'] }),
    ...(headers['Content-Disposition'] && { ContentDisposition: headers['Content-Disposition'] }),
  };
}

const keyOf = ({ path, hash, ext }: StoredFile): string => [path ?? '', hash, ext].join('/');

/**
 * Has S3 send stored files as this site sends its own.
 * @param configured the parameters of the configuration (`actionOptions`); they stay, and win
 */
export function storeWithHeaders(
  provider: StoringProvider,
  configured: Readonly<Record<string, object | undefined>>,
): void {
  for (const method of ['upload', 'uploadStream'] as const) {
    const store = provider[method];
    provider[method] = (file, parameters = configured[method]) =>
      store(file, { ...objectParameters(file.mime ?? ''), ...parameters });
  }
  // Strapi hands no parameters on to a replacement: an object of the same key is written over, as its provider does.
  const replaceBy = (store: 'upload' | 'uploadStream') => async (file: StoredFile, former: StoredFile) => {
    await provider[store](file);
    if (keyOf(file) !== keyOf(former)) await provider.delete(former);
  };
  provider.replace = replaceBy('upload');
  provider.replaceStream = replaceBy('uploadStream');
}

/** {@link storeWithHeaders}, where S3 keeps the files: other providers know other parameters. */
export function guardStore(strapi: Core.Strapi): void {
  const config = strapi.config.get<{ provider: string; actionOptions?: Record<string, object> }>(
    'plugin::upload',
  );
  if (config.provider.toLowerCase() !== 'aws-s3') return;
  storeWithHeaders(
    strapi.plugin('upload').provider as unknown as StoringProvider,
    config.actionOptions ?? {},
  );
}
