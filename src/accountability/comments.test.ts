import { parseCommentsConfig } from 'strapi-plugin-accountability/declare';
import {
  commentAttributes,
  type CommentsModel,
  checkCommentsModels,
} from 'strapi-plugin-accountability/server';
import { moderation } from './workflows/moderation';
import { comments } from './comments';
import schema from '../api/comment/content-types/comment/schema.json';

const env = Object.assign(() => undefined, {
  array: () => [],
  bool: (_name: string, usual: boolean) => usual,
  int: (_name: string, usual: number) => usual,
});
const languages = ['ka', 'en'];
const declared = comments(env as never);
// As the plugin completes the schema when it registers.
const attributes: Record<string, unknown> = {
  ...schema.attributes,
  ...commentAttributes(declared.contentType),
};
const models: Record<string, CommentsModel> = {
  [declared.contentType]: { ...schema, attributes } as unknown as CommentsModel,
  [declared.subject.contentType]: { attributes: { commentsOpen: { type: 'boolean' } } },
};
const check = (model: Partial<CommentsModel> = {}, workflow = moderation) =>
  checkCommentsModels(
    declared,
    (uid) => (uid === declared.contentType ? ({ ...models[uid], ...model } as CommentsModel) : models[uid]),
    [workflow],
  );

describe('the declaration of comments', () => {
  it('of this site is sound, and there need not be one', () => {
    expect(parseCommentsConfig({ languages, comments: declared })).toEqual(declared);
    expect(parseCommentsConfig({ languages })).toBeNull();
    expect(check).not.toThrow();
  });

  it.each([
    [{ ...declared, honeypot: '' }, /comments\.honeypot/],
    [{ ...declared, rates: { ...declared.rates, perAddress: -1 } }, /comments\.rates\.perAddress/],
    [{ ...declared, extra: 1 }, /extra/],
    [
      { ...declared, reportReasons: [{ code: 'a', labels: {} }] },
      /the reason "a" of reports: a label is missing/,
    ],
  ])('stops the start where it is wrong', (wrong, message) => {
    expect(() => parseCommentsConfig({ languages, comments: wrong })).toThrow(message);
  });

  it('stops the start where a private attribute would be public', () => {
    const shown = { ...attributes, authorEmail: { type: 'email' } };
    expect(() => check({ attributes: shown as never })).toThrow(/authorEmail" must be private/);
  });

  it('stops the start where an attribute or the way to spam is missing', () => {
    const { screeningScore: _, ...others } = attributes;
    expect(() => check({ attributes: others as never })).toThrow(/needs the attribute "screeningScore"/);
    expect(() => check({}, { ...moderation, transitions: [] })).toThrow(/no transition "mark-spam"/);
  });
});
