import { say } from './notices/words';

/** What stands where an author's name was, in the language of the comment. Pure. */
export const nameOfNobody = (language: string): string => say(language, 'nobody');
