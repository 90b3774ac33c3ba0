import { readWords } from 'strapi-plugin-accountability/server';
import type english from './en.json';

/** The application's messages, from `<locale>.json` beside this file. */
export const appWords = readWords<typeof english>(__dirname);
