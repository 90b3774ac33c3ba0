/** Progress of a download. */
export interface DownloadProgress {
  readonly received: number;
  /** Total bytes; null where the server does not state them. */
  readonly total: number | null;
  /** Rows of the file; null where the server does not state them. */
  readonly rows: number | null;
}

export interface DownloadedFile {
  readonly content: Blob;
  readonly name: string;
  readonly rows: number | null;
}

/** A failed download. */
export class DownloadError extends Error {
  /** @param detail the server's message, in the requested language */
  constructor(
    readonly reason: 'refused' | 'broken',
    readonly detail: string | null = null,
  ) {
    super(detail ?? reason);
    this.name = 'DownloadError';
  }
}

interface DownloadOptions {
  /** Language of the server's error messages. */
  readonly language: string;
  readonly signal: AbortSignal;
  onProgress(progress: DownloadProgress): void;
  readonly request?: typeof fetch;
}

const numberIn = (headers: Headers, name: string): number | null => {
  const text = headers.get(name);
  return text === null ? null : Number(text);
};

/** The Content-Length of a compressed body is not that of the file. */
const lengthOf = (headers: Headers): number | null =>
  headers.has('content-encoding') ? null : numberIn(headers, 'content-length');

const nameIn = (headers: Headers): string | null => {
  const name = /filename\*=UTF-8''([^;]+)/.exec(headers.get('content-disposition') ?? '')?.[1];
  return name ? decodeURIComponent(name) : null;
};

const detailOf = async (response: Response): Promise<string | null> => {
  const problem = (await response.json().catch(() => null)) as { detail?: unknown } | null;
  return typeof problem?.detail === 'string' ? problem.detail : null;
};

/**
 * Fetches a complete file; an incomplete one is never returned.
 * @throws DownloadError where the server refuses it, or the connection breaks before the end; AbortError on
 * `signal`
 */
export async function download(url: string, options: DownloadOptions): Promise<DownloadedFile> {
  const { language, signal, onProgress, request = fetch } = options;
  const stopped = (error: unknown): Error =>
    signal.aborted ? (error as Error) : new DownloadError('broken');
  const response = await request(url, { signal, headers: { 'Accept-Language': language } }).catch(
    (error: unknown) => {
      throw stopped(error);
    },
  );
  if (!response.ok) throw new DownloadError('refused', await detailOf(response));
  const { headers } = response;
  const total = lengthOf(headers);
  const rows = numberIn(headers, 'x-total-rows');
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let received = 0;
  onProgress({ received, total, rows });
  const reader = response.body?.getReader();
  for (;;) {
    const part = await reader?.read().catch((error: unknown) => {
      throw stopped(error);
    });
    if (!part || part.done) break;
    parts.push(part.value);
    received += part.value.length;
    onProgress({ received, total, rows });
  }
  if (total !== null && received !== total) throw new DownloadError('broken');
  const type = headers.get('content-type') ?? '';
  return { content: new Blob(parts, { type }), name: nameIn(headers) ?? lastOf(url), rows };
}

function lastOf(url: string): string {
  const [path = ''] = url.split(/[?#]/, 1);
  return path.slice(path.lastIndexOf('/') + 1);
}
