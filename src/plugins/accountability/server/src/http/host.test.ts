import { isHost, ownOrigin } from './host';

it.each([
  'tracker.example',
  'tracker.example:8080',
  'localhost:1337',
  '127.0.0.1',
  '[::1]',
  '[2001:db8::1]:443',
  'xn--tbilisi.example.',
  'my_service:80',
  'tracker.example:',
])('%s is a host', (text) => {
  expect(isHost(text)).toBe(true);
});

it.each([
  '',
  ' ',
  ':80',
  'a b',
  'a/b',
  'a?b',
  'a#b',
  'user@tracker.example',
  'a,b',
  'a, b',
  'tracker.example:x',
  'tracker.example:65536',
  'tracker.example:80:80',
  'https://tracker.example',
  '"><script>',
  "a'b",
  'a\\b',
  'a%00b',
  '::1',
  '[::1',
  '[1.2.3.4]',
  '[:::]',
  'თბილისი.example',
  'a'.repeat(254),
])('%j is no host', (text) => {
  expect(isHost(text)).toBe(false);
});

it.each([
  ['0.0.0.0', 1337, null],
  ['::', 1337, null],
  ['', 1337, null],
  ['127.0.0.1', 1337, 'http://127.0.0.1:1337'],
  ['tracker.example', 80, 'http://tracker.example'],
  ['::1', 8080, 'http://[::1]:8080'],
])('a server on %s, port %i, is reached at %s', (host, port, origin) => {
  expect(ownOrigin(host, port)).toBe(origin);
});
