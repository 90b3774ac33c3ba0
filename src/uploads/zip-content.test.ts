import { officeType } from './zip-content';

const override = (type: string): string =>
  `<Types><Override PartName="/a.xml" ContentType="application/vnd.${type}.main+xml"/></Types>`;

it.each([
  [override('openxmlformats-officedocument.wordprocessingml.document'), /wordprocessingml\.document$/],
  [override('openxmlformats-officedocument.spreadsheetml.sheet'), /spreadsheetml\.sheet$/],
  ['application/vnd.oasis.opendocument.text\n', /^application\/vnd\.oasis\.opendocument\.text$/],
])('%s', (text, type) => expect(officeType(text)).toMatch(type));

it.each([
  override('ms-word.document.macroEnabled'),
  'application/epub+zip',
  'say application/vnd.oasis.opendocument.text',
  '',
])('%j is no office document that is taken', (text) => expect(officeType(text)).toBeNull());
