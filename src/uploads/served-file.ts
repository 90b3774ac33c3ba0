import path from 'node:path';

/** What browsers may show in place: they run nothing in it. */
const SHOWN = /^(?:image\/(?:png|apng|jpeg|gif|webp|avif|tiff|bmp)|application\/pdf)$/;

/** Types that keep their name though they are saved: pages show them, and no page runs what these are. */
const KEPT =
  /^(?:image|audio|video|font)\/|^application\/(?:zip|msword|vnd\.(?:ms-excel|ms-powerpoint|openxmlformats-officedocument\.|oasis\.opendocument\.))|^text\/(?:plain|csv|tab-separated-values)$/;

/** No script, no form, no plug-in, no origin: nothing of the file acts for whoever opens it. */
const POLICY = "sandbox; default-src 'none'";

/**
 * Whether a static file at this address comes from the folder of uploads. The server of static files decodes the
 * address and takes its dots out after the router has chosen by its raw letters; some file systems do not mind letter
 * case, backslashes, or dots and blanks at the end of a name.
 * @param address the path of a request, as it was sent
 */
export function isUploadAddress(address: string): boolean {
  const steps = path.posix.normalize(`/${decoded(address).replaceAll('\\', '/')}`).split('/');
  const folder = steps
    .find((step) => step !== '')
    ?.normalize('NFKC')
    .toLowerCase();
  return folder?.replace(/[\s.]+$/, '') === 'uploads';
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/**
 * The headers a stored file is sent with, whoever stored it, and whenever.
 * @param type its content type, without parameters
 */
export function headersOfUpload(type: string): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': POLICY,
    'X-Content-Type-Options': 'nosniff',
    ...(!SHOWN.test(type) && { 'Content-Disposition': 'attachment' }),
    // A page that names it as its script or style would get it run else, attachment or not.
    ...(!SHOWN.test(type) && !KEPT.test(type) && { 'Content-Type': 'application/octet-stream' }),
  };
}
