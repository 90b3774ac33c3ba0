import { translator } from '../../languages/problem-words';
import englishWords from '../../../../words/en.json';
import georgianWords from '../../../../words/ka.json';

const en = englishWords.openapi;
const ka = georgianWords.openapi;

/** A text of the API's description, by key. */
export const say = translator({ en, ka });
