import type { Mail } from '../../mail/send-mail';
import { textIn, type LocalizedText } from '../../languages/localized-text';
import { say } from './words';

/** A comment that waits for a moderator. */
export interface WaitingComment {
  /** The title of what it is about, by language. */
  readonly titles: LocalizedText;
  readonly authorName: string;
  readonly body: string;
}

/** Content of a moderators' digest. */
export interface DigestData {
  /** Number of waiting comments, of new ones among them, and of reported public ones. */
  readonly waiting: number;
  readonly fresh: number;
  readonly reported: number;
  /** The first of the new ones. */
  readonly comments: readonly WaitingComment[];
}

const SHOWN_LETTERS = 200;

const oneLine = (text: string): string => {
  const line = text.replace(/\s+/gu, ' ').trim();
  const letters = [...line];
  return letters.length > SHOWN_LETTERS ? `${letters.slice(0, SHOWN_LETTERS).join('').trimEnd()}…` : line;
};

/** The subject of a digest: numbers only, so that it may be logged too. Pure. */
export const digestSubject = (
  { waiting, fresh, reported }: DigestData,
  languages: readonly string[],
): string =>
  languages.map((language) => say(language, 'digest.subject', { waiting, fresh, reported })).join(' / ');

/** The digest in each of the languages, one after the other. Pure. */
export function digestMail(
  facts: DigestData,
  languages: readonly string[],
  queueUrl: string,
): Omit<Mail, 'to'> {
  const { fresh, comments } = facts;
  const more = fresh - comments.length;
  const listIn = (language: string): string[] =>
    comments.map(
      ({ titles, authorName, body }) =>
        `- ${textIn(titles, language)}\n  ${say(language, 'digest.comment', { author: authorName, text: oneLine(body) })}`,
    );
  const section = (language: string): string[] => [
    ...(comments.length > 0
      ? [
          [
            say(language, 'digest.fresh'),
            ...listIn(language),
            ...(more > 0 ? [say(language, 'digest.more', { count: String(more) })] : []),
          ].join('\n'),
        ]
      : []),
    `${say(language, 'digest.queue')}\n${queueUrl}`,
  ];
  return {
    subject: digestSubject(facts, languages),
    text: languages.flatMap(section).join('\n\n'),
    headers: { 'Auto-Submitted': 'auto-generated' },
  };
}
