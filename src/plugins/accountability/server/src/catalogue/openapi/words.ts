import { translator } from '../../languages/problem-words';
import en from './translations/en.json';
import ka from './translations/ka.json';

/** A text of the API's description, by key. */
export const say = translator({ en, ka });
