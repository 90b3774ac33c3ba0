import accepts from 'accepts';
import type { Context } from 'koa';
import { exampleCatalogue } from '../catalogue/example-catalogue.test-support';
import { formats } from './formats';
import { requestedFile } from './requested-file';

const { datasets } = exampleCatalogue().config;
const base = 'https://site.example/api/open-data';

/** The format chosen for this header where the path names none. */
function formatFor(accept: string | undefined): string {
  const request = { headers: { accept } } as Parameters<typeof accepts>[0];
  const ctx = { accepts: (types: string[]) => accepts(request).type(types) } as unknown as Context;
  return requestedFile(ctx, datasets[0]!.name, { datasets, formats, base }).format.extension;
}

describe('the format of an address that names none', () => {
  it.each([
    [undefined, 'csv'],
    ['*/*', 'csv'],
    // Firefox, Chrome and Safari.
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'csv'],
    ['text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8', 'csv'],
    ['application/json;q=0.9, text/html', 'json'],
    ['application/xml', 'xml'],
    ['application/xml, text/html;q=0.5', 'xml'],
    ['text/html, application/xml;q=0.9', 'xml'],
    ['application/json;q=0.2, application/xml;q=0.8', 'xml'],
  ])('for Accept: %s is %s', (accept, extension) => {
    expect(formatFor(accept)).toBe(extension);
  });

  it('is none for a reader who accepts nothing there is', () => {
    expect(() => formatFor('image/png')).toThrow('not-acceptable');
  });
});
