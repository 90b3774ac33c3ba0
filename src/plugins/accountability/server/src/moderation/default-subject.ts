import { commentsError } from './config';
import type { CommentsSubject, ParsedComments } from './definition';
import type { CommentsModel } from './model-check';

const TO_ONE = ['manyToOne', 'oneToOne'];

/**
 * Default of the commented content type: the target of the only to-one relation of comments to another content type
 * of the application, agencies aside. Pure.
 * @throws Error that says what to declare, where there is no such relation or several
 */
export function subjectIn(
  { contentType, agency }: Pick<ParsedComments, 'contentType' | 'agency'>,
  modelOf: (uid: string) => CommentsModel | undefined,
): CommentsSubject {
  const found = Object.entries(modelOf(contentType)?.attributes ?? {}).filter(
    ([name, { type, relation = '', target = '' }]) =>
      type === 'relation' &&
      TO_ONE.includes(relation) &&
      target.startsWith('api::') &&
      target !== contentType &&
      name !== agency?.relation,
  );
  const [subject, ...others] = found;
  if (!subject || others.length > 0) {
    const names = found.map(([name]) => `"${name}"`).join(', ') || 'none';
    throw commentsError([
      `"subject" is missing and cannot be derived from the relations of "${contentType}" to one document (${names}): ` +
        'declare its content type and relation',
    ]);
  }
  const [relation, { target = '' }] = subject;
  return { contentType: target, relation };
}
