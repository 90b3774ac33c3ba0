import { objectParameters, storeWithHeaders, type StoringProvider } from './store-headers';

it.each([
  ['image/png', {}],
  ['application/pdf', {}],
  ['text/csv', { ContentDisposition: 'attachment' }],
  ['text/html', { ContentDisposition: 'attachment', ContentType: 'application/octet-stream' }],
])('an object of the type %s is kept with %j', (mime, parameters) => {
  expect(objectParameters(mime)).toEqual(parameters);
});

describe('the provider for S3', () => {
  const csv = { mime: 'text/csv', hash: 'a', ext: '.csv' };
  const calls: unknown[][] = [];
  const record =
    (name: string) =>
    (...args: unknown[]) =>
      Promise.resolve(void calls.push([name, ...args]));
  let provider: StoringProvider;

  beforeEach(() => {
    calls.length = 0;
    provider = {
      upload: record('upload'),
      uploadStream: record('uploadStream'),
      replaceStream: record('replaceStream'),
      delete: record('delete'),
    };
    storeWithHeaders(provider, { uploadStream: { CacheControl: 'max-age=60' } });
  });

  it('gets the headers to send with a file, beside what the configuration says', async () => {
    await provider.upload(csv);
    await provider.uploadStream(csv);
    expect(calls).toEqual([
      ['upload', csv, { ContentDisposition: 'attachment' }],
      ['uploadStream', csv, { ContentDisposition: 'attachment', CacheControl: 'max-age=60' }],
    ]);
  });

  it('gets them for a replacement too, and takes a former object of another name away', async () => {
    await provider.replaceStream?.(csv, csv);
    await provider.replaceStream?.(csv, { ...csv, hash: 'b' });
    expect(calls.map(([name]) => name)).toEqual(['uploadStream', 'uploadStream', 'delete']);
    expect(calls[0]?.[2]).toMatchObject({ ContentDisposition: 'attachment' });
  });
});
