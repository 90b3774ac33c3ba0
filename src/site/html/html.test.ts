import fc from 'fast-check';
import { Html, html, joined, jsonScript } from './html';

/** The text a browser shows for an escaped one. */
const shown = (markup: string): string =>
  markup
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

describe('html', () => {
  it('escapes text, wherever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const [, inside = ''] = /^<p title="x">(.*)<\/p>$/su.exec(`${html`<p title="x">${text}</p>`}`) ?? [];
        expect(inside).not.toMatch(/[<>"']/);
        expect(shown(inside)).toBe(text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/g, ''));
      }),
    );
  });

  it('leaves its own kind as it is, at any depth', () => {
    const part = html`<b>${'<i>'}</b>`;
    expect(`${html`<p>${[part, ['&', [part]]]}</p>`}`).toBe('<p><b>&lt;i&gt;</b>&amp;<b>&lt;i&gt;</b></p>');
  });

  it('shows nought, and nothing for nothing', () => {
    expect(`${html`${0}${null}${undefined}${false}${''}`}`).toBe('0');
  });

  it('refuses a value in an attribute without quotes', () => {
    expect(() => html`<a href=${'x onclick=alert(1)'}>x</a>`).toThrow('quotes');
    expect(`${html`<a href="/x?y=${'1'}">x</a>`}`).toBe('<a href="/x?y=1">x</a>');
  });

  it('cannot be made by hand', () => {
    expect(() => new Html('<script>', Symbol('html'))).toThrow('template tag');
  });

  it('does not take what looks like markup for it', () => {
    const unsafe = { toString: () => '<script>' } as unknown as string;
    expect(() => `${html`${unsafe}`}`).toThrow();
  });
});

describe('jsonScript', () => {
  it('holds data that cannot end the script, and that a machine reads back', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom('</script>', '<!--', '<script'), (value, hostile) => {
        const data = { value, hostile };
        const [, inside = ''] =
          /^<script type="application\/ld\+json">(.*)<\/script>$/s.exec(
            `${jsonScript('application/ld+json', data)}`,
          ) ?? [];
        expect(inside).not.toContain('<');
        expect(JSON.parse(inside)).toEqual(JSON.parse(JSON.stringify(data)));
      }),
    );
  });
});

describe('joined', () => {
  it('puts something between what there is', () => {
    expect(`${joined(['a', null, html``, 'b'], ' · ')}`).toBe('a · b');
    expect(`${joined([], ' · ')}`).toBe('');
  });
});
