import path from 'node:path';

/** Types browsers may display inline: they run nothing. */
const SHOWN = /^(?:image\/(?:png|apng|jpeg|gif|webp|avif|tiff|bmp)|application\/pdf)$/;

/** Types that keep their content type although they are downloaded: pages embed them, and none can run. */
const KEPT =
  /^(?:image|audio|video|font)\/|^application\/(?:zip|msword|vnd\.(?:ms-excel|ms-powerpoint|openxmlformats-officedocument\.|oasis\.opendocument\.))|^text\/(?:plain|csv|tab-separated-values)$/;

/** No script, no form, no plug-in, no origin: the file is inert. */
const POLICY = "sandbox; default-src 'none'";

/**
 * Whether a static file at this address is in the uploads folder. The static file server decodes the address and
 * resolves its dots after the router has matched its raw letters; some file systems ignore letter case,
 * backslashes, or dots and spaces at the end of a name.
 * @param address the path of a request, as received
 */
export function isUploadAddress(address: string): boolean {
  const steps = path.posix.normalize(`/${decoded(address).replaceAll('\\', '/')}`).split('/');
  const folder = steps
    .find((step) => step !== '')
    ?.normalize('NFKC')
    .toLowerCase();
  return folder !== undefined && /^uploads[\s.]*$/.test(folder);
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/**
 * Headers of a stored file, whoever stored it, and whenever.
 * @param type its content type, without parameters
 */
export function headersOfUpload(type: string): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': POLICY,
    'X-Content-Type-Options': 'nosniff',
    ...(!SHOWN.test(type) && { 'Content-Disposition': 'attachment' }),
    // Otherwise a page that references it as its script or style would run it, attachment or not.
    ...(!SHOWN.test(type) && !KEPT.test(type) && { 'Content-Type': 'application/octet-stream' }),
  };
}
