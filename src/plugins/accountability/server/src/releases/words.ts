import { translator } from '../languages/problem-words';
import en from './translations/en.json';
import ka from './translations/ka.json';

/** A text of archives and releases, by key. */
export const say = translator({ en, ka });
