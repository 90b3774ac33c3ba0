import { download, DownloadError, type DownloadProgress } from './download';

const URL = 'https://example.org/api/open-data/books.csv?locale=en';

/** A server that sends parts, and then ends or aborts. */
const serving =
  (parts: readonly string[], headers: Record<string, string> = {}, end: 'close' | 'error' = 'close') =>
  async () => {
    const left = [...parts];
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        const part = left.shift();
        if (part !== undefined) controller.enqueue(new TextEncoder().encode(part));
        else if (end === 'close') controller.close();
        else controller.error(new TypeError('network error'));
      },
    });
    return new Response(body, { headers });
  };

const fetched = async (request: () => Promise<Response>, signal = new AbortController().signal) => {
  const progress: DownloadProgress[] = [];
  const options = {
    language: 'en',
    signal,
    onProgress: (one: DownloadProgress) => progress.push(one),
    request,
  };
  return { file: await download(URL, options), progress };
};

it('gives the whole file under the name the server gives it, and counts', async () => {
  const headers = {
    'content-length': '8',
    'x-total-rows': '2',
    'content-disposition': `attachment; filename="x"; filename*=UTF-8''%E1%83%90.csv`,
  };
  const { file, progress } = await fetched(serving(['id\n1', '\n2\n\n'], headers));
  expect([await file.content.text(), file.name, file.rows]).toEqual(['id\n1\n2\n\n', 'ა.csv', 2]);
  expect(progress).toEqual([
    { received: 0, total: 8, rows: 2 },
    { received: 4, total: 8, rows: 2 },
    { received: 8, total: 8, rows: 2 },
  ]);
});

it('knows no total where the body comes packed or nobody says', async () => {
  const packed = await fetched(serving(['abc'], { 'content-length': '2', 'content-encoding': 'gzip' }));
  expect(packed.progress.at(-1)).toEqual({ received: 3, total: null, rows: null });
  expect((await fetched(serving([]))).file).toMatchObject({ name: 'books.csv', rows: null });
});

it.each([
  ['breaks off', serving(['id\n1'], {}, 'error')],
  ['ends before its length', serving(['id\n1'], { 'content-length': '8' })],
  ['cannot be reached', () => Promise.reject(new TypeError('fetch failed'))],
])('gives no file where the connection %s', async (_, request) => {
  await expect(fetched(request)).rejects.toEqual(new DownloadError('broken'));
});

it('says what the server says when it refuses', async () => {
  const refusal = new Response(JSON.stringify({ detail: 'Too many exports at once.' }), { status: 503 });
  await expect(fetched(() => Promise.resolve(refusal))).rejects.toMatchObject({
    reason: 'refused',
    detail: 'Too many exports at once.',
  });
  const silent = new Response('<html>', { status: 502 });
  await expect(fetched(() => Promise.resolve(silent))).rejects.toMatchObject({
    reason: 'refused',
    detail: null,
  });
});

it('is cancelled as such', async () => {
  const controller = new AbortController();
  const request = async () => {
    controller.abort();
    throw controller.signal.reason as Error;
  };
  await expect(fetched(request, controller.signal)).rejects.toMatchObject({ name: 'AbortError' });
});
