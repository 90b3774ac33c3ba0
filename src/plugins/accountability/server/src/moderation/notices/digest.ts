import type { Mail } from '../../mail/send-mail';
import { say } from './words';

/** A comment that waits for a moderator. */
export interface WaitingComment {
  readonly title: string;
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
  languages
    .map((language) =>
      say(language, 'digest.subject', {
        waiting: String(waiting),
        fresh: String(fresh),
        reported: String(reported),
      }),
    )
    .join(' / ');

/** The digest in each of the languages, one after the other. Pure. */
export function digestMail(
  facts: DigestData,
  languages: readonly string[],
  queueUrl: string,
): Omit<Mail, 'to'> {
  const { fresh, comments } = facts;
  const list = comments.map(({ title, authorName, body }) => `- ${title}\n  ${authorName}: ${oneLine(body)}`);
  const more = fresh - comments.length;
  const section = (language: string): string[] => [
    ...(list.length > 0
      ? [
          [
            say(language, 'digest.fresh'),
            ...list,
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
