import { FILE_TYPES } from './file-types';
import { endingOf, validateFile, type FoundFile, type UploadLimits } from './validate-file';

const LIMITS: UploadLimits = { bytes: 25 * 1024 * 1024, megapixels: 100 };
const RASTERS = FILE_TYPES.filter(({ isRaster }) => isRaster);
const small = { width: 10, height: 10, frames: 1 };
const file = (name: string, more: Partial<FoundFile> = {}): FoundFile => ({
  name,
  bytes: 100,
  sniffed: null,
  ...more,
});

it.each([
  file('a.png', { sniffed: 'image/png', pixels: small }),
  file('Photo.JPG', { sniffed: 'image/jpeg', pixels: small }),
  file('moving.png', { sniffed: 'image/apng', pixels: small }),
  file('plan.pdf', { sniffed: 'application/pdf' }),
  file('old.doc', { sniffed: 'application/x-cfb' }),
  file('b.docx', { sniffed: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' }),
  file('b.ods', { sniffed: 'application/vnd.oasis.opendocument.spreadsheet' }),
  file('data.csv', { text: 'text' }),
  // A table may begin with a bitmap's signature: BM.
  file('data.csv', { text: 'text', sniffed: 'image/bmp' }),
  file('ანგარიში.txt', { text: 'text' }),
  file('all.tar.zip', { sniffed: 'application/zip' }),
])('takes %j', (found) => {
  expect(validateFile(found, LIMITS)).toBeNull();
});

it.each([
  ['FILE_WITHOUT_ENDING', file('evidence')],
  ['FILE_WITHOUT_ENDING', file('')],
  ['FILE_WITHOUT_ENDING', file('.png', { sniffed: 'image/png', pixels: small })],
  ['FILE_WITHOUT_ENDING', file('a.png ', { sniffed: 'image/png', pixels: small })],
  ['FILE_TYPE_NOT_ALLOWED', file('a.html')],
  ['FILE_TYPE_NOT_ALLOWED', file('a.svg', { sniffed: 'image/svg+xml' })],
  ['FILE_TYPE_NOT_ALLOWED', file('a.png.js', { sniffed: 'image/png', pixels: small })],
  ['FILE_TYPE_NOT_ALLOWED', file('a.docm')],
  ['FILE_CONTENT_DIFFERS', file('a.png')],
  ['FILE_CONTENT_DIFFERS', file('a.png', { sniffed: 'image/jpeg', pixels: small })],
  ['FILE_CONTENT_DIFFERS', file('a.docx', { sniffed: 'application/zip' })],
  ['FILE_CONTENT_DIFFERS', file('a.zip', { sniffed: 'application/java-archive' })],
  ['FILE_CONTENT_DIFFERS', file('a.docx', { sniffed: 'application/vnd.ms-word.document.macroenabled.12' })],
  ['FILE_CONTENT_DIFFERS', file('a.csv', { text: 'binary', sniffed: 'application/zip' })],
  ['FILE_CONTENT_DIFFERS', file('a.txt', { text: 'markup' })],
  ['FILE_CONTENT_DIFFERS', file('a.txt', { text: 'text', sniffed: 'application/pdf' })],
  ['FILE_TOO_LARGE', file('a.zip', { bytes: LIMITS.bytes + 1, sniffed: 'application/zip' })],
  ['IMAGE_UNREADABLE', file('a.png', { sniffed: 'image/png', pixels: null })],
  [
    'IMAGE_TOO_LARGE',
    file('a.png', { sniffed: 'image/png', pixels: { width: 10_001, height: 10_000, frames: 1 } }),
  ],
  [
    'IMAGE_TOO_LARGE',
    file('a.gif', { sniffed: 'image/gif', pixels: { width: 1_000, height: 1_000, frames: 101 } }),
  ],
])('%s: %j', (code, found) => {
  expect(validateFile(found, LIMITS)).toMatchObject({ code });
});

it('takes the place of a file of the same type only', () => {
  const photo = file('b.jpeg', { sniffed: 'image/jpeg', pixels: small });
  expect(validateFile(photo, { ...LIMITS, replaces: '.JPG' })).toBeNull();
  for (const replaces of ['.png', '.html', '']) {
    expect(validateFile(photo, { ...LIMITS, replaces })).toMatchObject({ code: 'REPLACEMENT_DIFFERS' });
  }
});

it('takes what is asked for, such as pictures', () => {
  const limits = { ...LIMITS, types: RASTERS };
  expect(validateFile(file('a.pdf', { sniffed: 'application/pdf' }), limits)).toMatchObject({
    code: 'FILE_TYPE_NOT_ALLOWED',
    values: { allowed: '.png, .jpg, .jpeg, .gif, .webp, .avif, .tif, .tiff' },
  });
});

it.each([
  ['a.PDF', '.pdf'],
  ['a.b.c', '.c'],
  ['a.', ''],
  ['..png', ''],
  ['a.png\n', ''],
  ['a/b.x/c', ''],
])('the ending of %j is %j', (name, ending) => {
  expect(endingOf(name)).toBe(ending);
});
