import type { Core } from '@strapi/strapi';
import { headersOfUpload } from './served-file';

/** Headers that S3 stores with an object. */
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

/** The part of Strapi's S3 provider that stores files. */
export interface StoringProvider {
  upload: Store;
  uploadStream: Store;
  replace?: Replace;
  replaceStream?: Replace;
  delete(file: StoredFile): Promise<unknown>;
}

/** Parameters with which an object is stored so that nothing in it runs; S3 stores no Content-Security-Policy. */
export function objectParameters(mime: string): ObjectParameters {
  const headers = headersOfUpload(mime);
  return {
    ...(headers['Content-Type'] && { ContentType: headers['Content-Type'] }),
    ...(headers['Content-Disposition'] && { ContentDisposition: headers['Content-Disposition'] }),
  };
}

const keyOf = ({ path, hash, ext }: StoredFile): string => [path ?? '', hash, ext].join('/');

/**
 * Stores files in S3 with the headers of this site.
 * @param configured the configured parameters (`actionOptions`), which take precedence
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
  // Strapi passes no parameters to a replacement: an object with the same key is overwritten, as its provider does.
  const replaceBy = (store: 'upload' | 'uploadStream') => async (file: StoredFile, former: StoredFile) => {
    await provider[store](file);
    if (keyOf(file) !== keyOf(former)) await provider.delete(former);
  };
  provider.replace = replaceBy('upload');
  provider.replaceStream = replaceBy('uploadStream');
}

/** {@link storeWithHeaders}, where S3 is the provider: others have other parameters. */
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
