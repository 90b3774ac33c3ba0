import englishWords from '../words/en.json';
import georgianWords from '../words/ka.json';
import { uploadRefusal, type RefusedFile } from './refusal';

const en = englishWords.uploads;
const ka = georgianWords.uploads;

const one = (code: RefusedFile['fault']['code'], values = {}): RefusedFile => ({
  path: ['files', 0],
  name: 'a\u202e\n.exe',
  fault: { code, values: { ending: '.exe', ...values } },
});

it('has the same sentences with the same values in both languages', () => {
  expect(Object.keys(ka)).toEqual(Object.keys(en));
  const values = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
  for (const [code, text] of Object.entries(en)) {
    expect([code, values(ka[code as keyof typeof ka])]).toEqual([code, values(text)]);
  }
});

it('names each file, without characters that would hide its ending', () => {
  const error = uploadRefusal([one('FILE_TYPE_NOT_ALLOWED', { allowed: '.png' })], 'ka');
  expect(error).toMatchObject({
    name: 'ValidationError',
    message: expect.stringContaining('„a��.exe“'),
    details: {
      code: 'FILE_TYPE_NOT_ALLOWED',
      errors: [{ path: ['files', 0], messages: { en: expect.stringContaining('.exe are not accepted') } }],
    },
  });
});

it('is 413 where the size is all that is wrong', () => {
  const large = one('FILE_TOO_LARGE', { size: '30', most: '25' });
  expect(uploadRefusal([large], 'en').name).toBe('PayloadTooLargeError');
  expect(uploadRefusal([large, one('FILE_TYPE_NOT_ALLOWED')], 'en').name).toBe('ValidationError');
});
