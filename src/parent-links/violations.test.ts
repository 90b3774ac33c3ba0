import { ABSENT, violationsOf, type ChildState, type WriteFacts } from './violations';

const link = (parent: string, isPublished: boolean, attribute = 'owner') => ({
  attribute,
  parent,
  isPublished,
});
const draftOf = (parent: string): ChildState => ({
  hasDraft: true,
  isPublished: false,
  links: [link(parent, false)],
});
const publishedOf = (published: string, draft = published): ChildState => ({
  hasDraft: true,
  isPublished: true,
  links: [link(draft, false), link(published, true)],
});
const kinds = (facts: Partial<WriteFacts>) =>
  violationsOf({ before: ABSENT, after: ABSENT, needed: ['owner'], isPublishing: false, ...facts }).map(
    ({ kind }) => kind,
  );

describe('a child that has a parent', () => {
  it('may not be given another, as a draft or published', () => {
    expect(kinds({ before: draftOf('a'), after: draftOf('b') })).toEqual(['taken']);
    expect(kinds({ before: publishedOf('a'), after: publishedOf('a', 'b') })).toEqual(['taken']);
    expect(kinds({ before: publishedOf('a'), after: publishedOf('b', 'a') })).toEqual(['taken']);
  });

  it('may be made with one, or get one where it had none', () => {
    expect(kinds({ after: draftOf('a') })).toEqual([]);
    expect(kinds({ before: { ...ABSENT, hasDraft: true }, after: draftOf('a') })).toEqual([]);
    expect(kinds({ before: draftOf('a'), after: publishedOf('a'), isPublishing: true })).toEqual([]);
  });

  it('of older content whose versions differ may go back to what is published, and takes nothing in public', () => {
    const differing = publishedOf('a', 'b');
    expect(kinds({ before: differing, after: publishedOf('a') })).toEqual([]);
    expect(kinds({ before: differing, after: publishedOf('b'), isPublishing: true })).toEqual(['taken']);
  });
});

describe('a published child', () => {
  const alone: ChildState = { hasDraft: true, isPublished: true, links: [] };

  it('needs a published parent', () => {
    expect(kinds({ after: alone, isPublishing: true })).toEqual(['parent-missing']);
    const underDraft = { ...draftOf('a'), isPublished: true };
    expect(kinds({ after: underDraft, isPublishing: true })).toEqual(['parent-unpublished']);
  });

  it('may not lose it, in its draft or in public', () => {
    const before = publishedOf('a');
    expect(kinds({ before, after: alone })).toEqual(['orphaned']);
    expect(kinds({ before, after: { ...alone, links: [link('a', false)] } })).toEqual(['orphaned']);
    expect(kinds({ before, after: { ...alone, links: [link('a', true)] } })).toEqual(['orphaned']);
  });

  it('may lose one of two, or any where it needs none', () => {
    const before = {
      ...alone,
      links: [
        ...publishedOf('a').links,
        ...publishedOf('x').links.map((one) => ({ ...one, attribute: 'part' })),
      ],
    };
    expect(kinds({ before, after: publishedOf('a'), needed: ['owner', 'part'] })).toEqual([]);
    expect(kinds({ before, after: alone, needed: [] })).toEqual([]);
    expect(kinds({ after: alone, needed: [], isPublishing: true })).toEqual([]);
  });

  it('that was alone before may be saved as it is, and not be published again', () => {
    expect(kinds({ before: alone, after: alone })).toEqual([]);
    expect(kinds({ before: alone, after: alone, isPublishing: true })).toEqual(['parent-missing']);
  });
});

it('a draft may lose its parent, and a child may go', () => {
  expect(kinds({ before: draftOf('a'), after: { ...ABSENT, hasDraft: true } })).toEqual([]);
  expect(kinds({ before: publishedOf('a') })).toEqual([]);
});
