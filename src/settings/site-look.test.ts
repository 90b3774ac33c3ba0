import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { siteColours, siteLookProblem } from './site-look';

describe('the settings of the look of the public pages', () => {
  it.each([
    ['SITE_COLOUR', '#7a0c0c'],
    ['SITE_LINK_COLOUR', '#7a0c0c'],
    ['SITE_LINK_COLOUR_DARK', '#ffb3b3'],
    ['SITE_COLOUR', ''],
  ])('take %s=%s', (name, colour) => {
    expect(siteLookProblem({ [name]: colour })).toBeNull();
  });

  it.each([
    ['SITE_COLOUR', 'red', 'must be a colour such as'],
    ['SITE_COLOUR', '#14365', 'must be a colour such as'],
    ['SITE_COLOUR', '#ffcc00', 'contrast of 1.5:1 with #ffffff'],
    ['SITE_LINK_COLOUR', '#4a90d9', 'choose a darker colour'],
    ['SITE_LINK_COLOUR_DARK', '#0b4f8a', 'choose a lighter colour'],
    ['SITE_EMBLEM', 'emblem.gif', 'one of the types .svg, .png, .webp'],
    ['SITE_EMBLEM', 'none/emblem.svg', 'there is no file'],
  ])('refuse %s=%s', (name, value, problem) => {
    expect(siteLookProblem({ [name]: value })).toEqual({ name, problem: expect.stringContaining(problem) });
  });

  it('refuse an emblem that is too large to be sent with every page', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'emblem-'));
    const file = path.join(folder, 'emblem.svg');
    writeFileSync(file, '<svg/>');
    expect(siteLookProblem({ SITE_EMBLEM: file })).toBeNull();
    writeFileSync(file, 'x'.repeat(201 * 1024));
    expect(siteLookProblem({ SITE_EMBLEM: file })?.problem).toContain('at most 200 kB');
    rmSync(folder, { recursive: true });
  });

  it('replace the colours of the style sheet on screens, and nothing where none is set', () => {
    expect(siteColours({})).toBe('');
    const rules = siteColours({ SITE_COLOUR: '#7a0c0c', SITE_LINK_COLOUR_DARK: '#ffb3b3' });
    expect(rules).toBe(
      '@media screen {:root {--brand: #7a0c0c;}}\n' +
        '@media screen and (prefers-color-scheme: dark) {:root {--brand: #7a0c0c;--link: #ffb3b3;}}',
    );
  });
});
