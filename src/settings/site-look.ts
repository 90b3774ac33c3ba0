import { statSync } from 'node:fs';
import path from 'node:path';
import { COLOUR, contrast } from './contrast';
import type { Environment } from './environment';

/** WCAG 2.2, 1.4.3: text of normal size. */
const MIN_CONTRAST = 4.5;
const MAX_EMBLEM_BYTES = 200 * 1024;
/** Formats of an emblem. */
export const EMBLEM_TYPES = ['.svg', '.png', '.webp'];

/** Colours that can be set, each with the colours of the style sheet that it has to be distinguishable from. */
const COLOURS: Readonly<Record<string, readonly string[]>> = {
  // Behind white and light text.
  SITE_COLOUR: ['#ffffff', '#d6e3f2', '#c8d9ec'],
  // Of links, on the backgrounds of light and of dark pages.
  SITE_LINK_COLOUR: ['#ffffff', '#f6f7f9', '#e6edf5'],
  SITE_LINK_COLOUR_DARK: ['#17212c', '#0f1720', '#1d2f43'],
};

/** Beginning of the settings with the introduction, one for each language: `SITE_INTRODUCTION_EN`. */
export const INTRODUCTION = 'SITE_INTRODUCTION';

function colourProblem(name: string, text: string): string | null {
  if (!COLOUR.test(text)) return `must be a colour such as #14365c, not "${text}"`;
  for (const other of COLOURS[name] ?? []) {
    const ratio = contrast(text, other);
    if (ratio < MIN_CONTRAST) {
      return `has a contrast of ${ratio.toFixed(1)}:1 with ${other}, at least ${MIN_CONTRAST}:1 is needed to read it; choose a ${name.endsWith('_DARK') ? 'lighter' : 'darker'} colour`;
    }
  }
  return null;
}

function emblemProblem(file: string): string | null {
  if (!EMBLEM_TYPES.includes(path.extname(file).toLowerCase()))
    return `must be a file of one of the types ${EMBLEM_TYPES.join(', ')}, not "${file}"`;
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found?.isFile()) return `there is no file "${file}"; give its path, from the application's folder`;
  return found.size > MAX_EMBLEM_BYTES
    ? `"${file}" has ${Math.ceil(found.size / 1024)} kB; at most ${MAX_EMBLEM_BYTES / 1024} kB are sent with every page`
    : null;
}

/** What is wrong with the settings of the public pages' look; null where nothing is. */
export function siteLookProblem(
  env: Environment,
): { readonly name: string; readonly problem: string } | null {
  for (const name of Object.keys(COLOURS)) {
    const problem = env[name] ? colourProblem(name, env[name]) : null;
    if (problem !== null) return { name, problem };
  }
  const problem = env.SITE_EMBLEM ? emblemProblem(env.SITE_EMBLEM) : null;
  return problem === null ? null : { name: 'SITE_EMBLEM', problem };
}

/** Rules for the style sheets that put the colours of the settings in the place of the site's own; empty without any. */
export function siteColours(env: Environment): string {
  const set = (property: string, name: string): string => (env[name] ? `${property}: ${env[name]};` : '');
  const light = set('--brand', 'SITE_COLOUR') + set('--link', 'SITE_LINK_COLOUR');
  const dark = set('--brand', 'SITE_COLOUR') + set('--link', 'SITE_LINK_COLOUR_DARK');
  if (light + dark === '') return '';
  return `@media screen {:root {${light}}}\n@media screen and (prefers-color-scheme: dark) {:root {${dark}}}`;
}
