import { say } from './notices/words';

/** Replaces an author's name, in the language of the comment. Pure. */
export const anonymousName = (language: string): string => say(language, 'nobody');
