/** A child's link to a parent in one version, draft or published, of any locale. */
export interface ParentLink {
  attribute: string;
  parent: string;
  isPublished: boolean;
}

/** State of a child at one moment. */
export interface ChildState {
  hasDraft: boolean;
  isPublished: boolean;
  links: readonly ParentLink[];
}

export const ABSENT: ChildState = { hasDraft: false, isPublished: false, links: [] };

export type Violation =
  /** A child that has a parent was given another one. */
  | { kind: 'taken'; attribute: string; parent: string }
  /** A published child lost its only parent, in its draft or in its published version. */
  | { kind: 'orphaned'; attribute: string; parent: string }
  /** A child would be published without a parent. */
  | { kind: 'parent-missing'; attribute: string }
  /** A child would be published under a draft parent. */
  | { kind: 'parent-unpublished'; attribute: string; parent: string };

export interface WriteFacts {
  before: ChildState;
  after: ChildState;
  /** Attributes of which a published child requires one; none where it is optional. */
  needed: readonly string[];
  /** Whether the write publishes the child. */
  isPublishing: boolean;
}

const parentsIn = (links: readonly ParentLink[]): Set<string> => new Set(links.map(({ parent }) => parent));

/** The first parent that replaces the one a child had. */
function parentsRemoved({ before, after }: WriteFacts): Violation[] {
  for (const attribute of new Set(before.links.map((link) => link.attribute))) {
    const had = before.links.filter((link) => link.attribute === attribute);
    for (const isPublished of [true, false]) {
      // A draft may return to the parent of the published version, the published version only to its own.
      const published = had.filter((link) => link.isPublished);
      const known = parentsIn(isPublished && published.length > 0 ? published : had);
      const isTaken = after.links.some(
        (link) => link.attribute === attribute && link.isPublished === isPublished && !known.has(link.parent),
      );
      if (isTaken) return [{ kind: 'taken', attribute, parent: [...known][0]! }];
    }
  }
  return [];
}

function lacksParent({ before, after, needed, isPublishing }: WriteFacts): Violation[] {
  if (!after.isPublished || needed.length === 0) return [];
  const linksOf = (state: ChildState, isPublished: boolean) =>
    state.links.filter((link) => needed.includes(link.attribute) && link.isPublished === isPublished);

  if (linksOf(after, true).length === 0) {
    const [draft] = linksOf(after, false);
    const [lost] = linksOf(before, true);
    if (isPublishing) {
      return draft
        ? [{ kind: 'parent-unpublished', attribute: draft.attribute, parent: draft.parent }]
        : [{ kind: 'parent-missing', attribute: needed[0]! }];
    }
    if (lost) return [{ kind: 'orphaned', attribute: lost.attribute, parent: lost.parent }];
  }
  const [lost] = linksOf(before, false);
  return lost && after.hasDraft && linksOf(after, false).length === 0
    ? [{ kind: 'orphaned', attribute: lost.attribute, parent: lost.parent }]
    : [];
}

/** What a write did to a child that is not allowed. Pure. */
export function violationsOf(facts: WriteFacts): Violation[] {
  const taken = parentsRemoved(facts);
  return taken.length > 0 ? taken : lacksParent(facts);
}
