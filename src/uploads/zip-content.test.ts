import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { officeType, officeTypeOfZip } from './zip-content';

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

describe('a zip file', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'zip-content-'));
  const file = path.join(folder, 'a.zip');
  afterAll(() => rmSync(folder, { recursive: true }));

  async function write(entries: Readonly<Record<string, string>>): Promise<void> {
    const zip = new ZipFile();
    for (const [name, content] of Object.entries(entries)) zip.addBuffer(Buffer.from(content), name);
    zip.end();
    await pipeline(zip.outputStream, createWriteStream(file));
  }

  it('is an office document wherever in it that is said', async () => {
    const types = override('openxmlformats-officedocument.presentationml.presentation');
    await write({ 'ppt/media/a.png': 'a', '[Content_Types].xml': types });
    expect(await officeTypeOfZip(file)).toMatch(/presentationml\.presentation$/);
  });

  it('is none without a word of it, or damaged', async () => {
    await write({ 'a.txt': override('openxmlformats-officedocument.presentationml.presentation') });
    expect(await officeTypeOfZip(file)).toBeNull();
    writeFileSync(file, 'PK\u0003\u0004 cut off');
    expect(await officeTypeOfZip(file)).toBeNull();
  });

  it('is not unpacked where its word would be large', async () => {
    const types = override('openxmlformats-officedocument.presentationml.presentation');
    await write({ '[Content_Types].xml': `${' '.repeat(1024 * 1024)}${types}` });
    expect(await officeTypeOfZip(file)).toBeNull();
  });
});
