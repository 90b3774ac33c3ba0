import { readFile } from 'node:fs/promises';
import type { Plugin, UserConfig } from 'vite';
import { PANEL_SECTIONS } from './panel-sections';

const WORD_FILE = /[\\/]src[\\/]words[\\/][^\\/]+\.json$/;

/** The panel's bundle contains only its own sections of a word file: the others belong to the public site. */
const panelSections: Plugin = {
  name: 'panel-sections',
  enforce: 'pre',
  async load(id) {
    if (!WORD_FILE.test(id)) return null;
    const words = JSON.parse(await readFile(id, 'utf8')) as Record<string, unknown>;
    return JSON.stringify(Object.fromEntries(PANEL_SECTIONS.map((name) => [name, words[name] ?? {}])));
  },
};

export default (config: UserConfig): UserConfig => ({
  ...config,
  plugins: [...(config.plugins ?? []), panelSections],
});
