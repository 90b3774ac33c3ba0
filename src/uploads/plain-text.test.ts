import { isBinary, isMarkup, textEncoding } from './plain-text';

it.each(['a\tb\r\nგ', '\u001b[0m', ''])('%j is text', (piece) => expect(isBinary(piece)).toBe(false));
it.each(['a\0b', '\u0001', 'PK\u0003\u0004'])('%j is binary', (piece) => expect(isBinary(piece)).toBe(true));

it.each([
  '<!DOCTYPE html>',
  '\ufeff \n<HTML lang=ka>',
  '<script>',
  '<svg\nxmlns="x">',
  '<?xml version="1.0"?>',
  '<!-- x -->',
  '<a href="x">',
])('%j begins a document', (start) => expect(isMarkup(start)).toBe(true));
it.each(['<5 years', 'name;<b>', '<abc@example.org>', 'a <script>', '<'])('%j begins none', (start) =>
  expect(isMarkup(start)).toBe(false),
);

it.each([
  [[0xff, 0xfe, 0x41], 'utf-16le'],
  [[0xfe, 0xff, 0x00], 'utf-16be'],
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[], 'utf-8'],
])('%j is read as %s', (bytes, encoding) => expect(textEncoding(Uint8Array.from(bytes))).toBe(encoding));
