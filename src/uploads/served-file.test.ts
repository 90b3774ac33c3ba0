import { headersOfUpload, isUploadAddress } from './served-file';

it.each([
  '/uploads/a.html',
  '/UpLoads/a.html',
  '/%75ploads/a.html',
  '/uploads%2fa.html',
  '/x/../uploads/a.html',
  '/x%2f..%2fuploads/a.html',
  '/./uploads/a',
  '/uploads./a.html',
  '/uploads%20/a.html',
  '/upload%C5%BF/a.html',
  '//uploads/a.html',
  '/x\\..\\uploads\\a.html',
  '/uploads/%zz',
])('%s is of the uploads', (address) => expect(isUploadAddress(address)).toBe(true));
it.each(['/', '/upload', '/upload/files', '/site/uploads/a', '/uploadsx/a', '/api/uploads/a', '/%zz'])(
  '%s is not',
  (address) => expect(isUploadAddress(address)).toBe(false),
);

it.each([
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/avif',
  'image/tiff',
  'application/pdf',
])('%s is shown in place', (type) =>
  expect(Object.keys(headersOfUpload(type))).toEqual(['Content-Security-Policy', 'X-Content-Type-Options']),
);
it.each(['text/csv', 'application/zip', 'image/svg+xml', 'video/mp4', 'application/msword'])(
  '%s is saved as what it is',
  (type) => {
    expect(headersOfUpload(type)).toMatchObject({ 'Content-Disposition': 'attachment' });
    expect(headersOfUpload(type)).not.toHaveProperty('Content-Type');
  },
);
it.each([
  'text/html',
  'text/javascript',
  'application/javascript',
  'text/css',
  'application/wasm',
  'text/xml',
  '',
])('%j is saved as bytes', (type) =>
  expect(headersOfUpload(type)).toMatchObject({
    'Content-Disposition': 'attachment',
    'Content-Type': 'application/octet-stream',
  }),
);
