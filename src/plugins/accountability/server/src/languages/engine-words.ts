import path from 'node:path';
import type english from '../../../words/en.json';
import { readWords } from './words';

/** The plugin's own words, from `words/<locale>.json`; an application may add to them (setting `words`). */
export const engineWords = readWords<typeof english>(path.join(__dirname, '..', '..', '..', 'words'));
