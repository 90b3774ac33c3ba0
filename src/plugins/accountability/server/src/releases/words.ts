import { translator } from '../languages/problem-words';
import englishWords from '../../../words/en.json';
import georgianWords from '../../../words/ka.json';

const en = englishWords.releases;
const ka = georgianWords.releases;

/** A text of archives and releases, by key. */
export const say = translator({ en, ka });
