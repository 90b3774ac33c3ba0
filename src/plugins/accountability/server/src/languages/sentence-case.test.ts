import { sentenceCase } from './sentence-case';

it.each([
  ['spring 2015', 'Spring 2015'],
  ['ქართული', 'ქართული'],
  ['español', 'Español'],
  ['العربية', 'العربية'],
  ['', ''],
])('%p begins a sentence as %p', (text, expected) => expect(sentenceCase(text)).toBe(expected));
