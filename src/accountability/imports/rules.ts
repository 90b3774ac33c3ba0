import type { Core } from '@strapi/strapi';
import type {
  AttributeValue,
  ImportDocument,
  ImportRules,
  RuledDocument,
  RuleProblem,
} from 'strapi-plugin-accountability/declare';
import { normaliseTimeframe, type Timeframe } from 'strapi-plugin-accountability/server';
import { CONTENT_RULES } from '../../content-rules/declarations';
import { issueMessage, type Issue } from '../../content-rules/issue';
import type { WrittenEntry } from '../../content-rules/rule';
import { freeSlug, SLUG_FORM, slugOf } from '../../content-rules/slug';
import { LANGUAGE_CODES } from '../../languages/site-languages';
import { areCodesUnique } from '../../settings/code-uniqueness';
import { ChildCodes } from './child-codes';
import { codedDocuments, type Parent } from './known-parents';
import { noteSlugs, noteThemeCodes, themeScope, UsedCodes } from './used-codes';

const PLAN = 'api::action-plan.action-plan';
const COMMITMENT = 'api::commitment.commitment';
const MILESTONE = 'api::milestone.milestone';
const THEME = 'api::theme.theme';

/** Attributes of a content type that the rules read. */
const NEEDS: Readonly<Record<string, readonly string[]>> = {
  [PLAN]: ['timeframe', 'slug', 'code'],
  [COMMITMENT]: ['timeframe', 'slug', 'code', 'actionPlan', 'order'],
  [MILESTONE]: ['timeframe', 'code', 'commitment', 'order'],
  'api::progress-report.progress-report': ['period', 'commitment', 'milestone'],
  'api::partner.partner': ['slug', 'website'],
  [THEME]: ['scheme', 'code', 'uri'],
};

/** Relations that define the position of a document among others; an import does not move it. */
const PARENTS: Readonly<Record<string, readonly string[]>> = {
  [COMMITMENT]: ['actionPlan'],
  [MILESTONE]: ['commitment'],
  'api::progress-report.progress-report': ['commitment', 'milestone'],
};

/**
 * What the content rules want of documents, for those of an import: the rules that look at one entry are the same, and
 * those that look at other documents are answered from what was read once.
 */
export function importRules(strapi: Core.Strapi): Promise<ImportRules> {
  const slugs = new UsedCodes();
  const codes = new UsedCodes();
  const commitments = new Map<string, Parent>();
  const milestones = new Map<string, Parent>();
  const orders = new Map<string, number>();
  const noteOrder = (parent: string | null, order: number | null): void => {
    if (parent) orders.set(parent, Math.max(orders.get(parent) ?? 0, order ?? 0));
  };
  const childCodes = new ChildCodes(commitments, milestones);
  const families: Readonly<Record<string, Map<string, Parent>>> = {
    [COMMITMENT]: commitments,
    [MILESTONE]: milestones,
  };

  const givenSlugs = new Map<string, string>();
  const givenOrders = new Map<string, number>();

  let loading: Promise<void> | undefined;

  return Promise.resolve({
    needs: NEEDS,
    load: () => (loading ??= load()),
    prepare: ({ document, ...ruled }) => withOrder(withSlug(withTimeframe(document)), { document, ...ruled }),
    check(ruled) {
      const issues = [
        ...entryIssues(ruled, commitments),
        ...parentIssues(ruled),
        ...unpublishedParents(ruled),
        ...codeIssues(ruled),
      ];
      noteParent(ruled);
      childCodes.note(ruled);
      return issues.map((issue): RuleProblem => ({
        severity: issue.code === 'code-taken' && !areCodesUnique(process.env) ? 'warning' : 'error',
        attribute: attributeOf(issue),
        ...worded(issue),
      }));
    },
    finish: () =>
      childCodes.issues().map(({ place, issue }) => ({ severity: 'error', place, ...worded(issue) })),
  });

  async function load(): Promise<void> {
    for (const [uid, { slugFrom }] of Object.entries(CONTENT_RULES)) {
      if (slugFrom) await noteSlugs(strapi, slugs, uid, slugFrom);
    }
    await noteThemeCodes(strapi, codes);
    for (const document of await codedDocuments(strapi, COMMITMENT, 'actionPlan')) {
      const { documentId, code, parent, order } = document;
      const name = document.name ?? documentId;
      commitments.set(documentId, { ...document, name });
      if (code && parent) codes.use(`${COMMITMENT} ${parent}`, code, { documentId, name });
      noteOrder(parent, order);
    }
    for (const document of await codedDocuments(strapi, MILESTONE, 'commitment')) {
      const { documentId, code, parent, order } = document;
      const name = document.name ?? documentId;
      milestones.set(documentId, { ...document, name });
      const scope = parent && (commitments.get(parent)?.parent ?? parent);
      if (code && scope) codes.use(`${MILESTONE} ${scope}`, code, { documentId, name });
      noteOrder(parent, order);
    }
  }

  /** What is published has a published parent. What an import makes is published. */
  function unpublishedParents({ document, existing, relation }: RuledDocument): Issue[] {
    const { belongsTo } = CONTENT_RULES[document.contentType] ?? {};
    if (!belongsTo || existing?.isPublished === false) return [];
    const known = belongsTo.anyOf.flatMap((attribute) =>
      relation(attribute).flatMap((id) => {
        const parent = families[attribute === 'commitment' ? COMMITMENT : MILESTONE]?.get(id);
        return parent ? [{ attribute, parent }] : [];
      }),
    );
    const [first] = known;
    return first && known.every(({ parent }) => !parent.isPublished)
      ? [{ path: [first.attribute], code: 'parent-unpublished', values: { parent: first.parent.name } }]
      : [];
  }

  function noteParent({ document, existing, relation, shared }: RuledDocument): void {
    const { contentType, documentId } = document;
    const code = shared('code');
    families[contentType]?.set(documentId, {
      name: families[contentType]?.get(documentId)?.name ?? nameOf(document, 'title'),
      code: typeof code === 'string' ? code : null,
      parent: relation(PARENTS[contentType]?.[0] ?? '')[0] ?? null,
      isPublished: document.isNew || existing?.isPublished === true,
    });
  }

  function withSlug(document: ImportDocument): ImportDocument {
    const { slugFrom } = CONTENT_RULES[document.contentType] ?? {};
    if (!slugFrom || !document.isNew) return document;
    const own = document.shared.slug;
    const slug =
      (typeof own === 'string' && own) || givenSlugs.get(document.documentId) || newSlug(document, slugFrom);
    return { ...document, shared: { ...document.shared, slug } };
  }

  function newSlug(document: ImportDocument, slugFrom: string): string {
    const { contentType, documentId } = document;
    const name = nameOf(document, slugFrom);
    const wanted = slugOf(name) || contentType.slice(contentType.indexOf('.') + 1);
    const slug = slugs.isTaken(contentType, wanted)
      ? freeSlug(wanted, { has: (candidate) => slugs.isTaken(contentType, candidate) })
      : wanted;
    slugs.use(contentType, slug, { documentId, name });
    givenSlugs.set(documentId, slug);
    return slug;
  }

  /** A new child goes behind those its parent has. */
  function withOrder(document: ImportDocument, ruled: RuledDocument): ImportDocument {
    const [relation] = PARENTS[document.contentType] ?? [];
    if (!document.isNew || !NEEDS[document.contentType]?.includes('order') || !relation) return document;
    const [parent] = ruled.relation(relation);
    if (!parent) return document;
    if (typeof document.shared.order === 'number') {
      noteOrder(parent, document.shared.order);
      return document;
    }
    const order = givenOrders.get(document.documentId) ?? (orders.get(parent) ?? 0) + 1;
    givenOrders.set(document.documentId, order);
    noteOrder(parent, order);
    return { ...document, shared: { ...document.shared, order } };
  }

  function codeIssues(ruled: RuledDocument): Issue[] {
    const { document, existing } = ruled;
    const { contentType, documentId } = document;
    const issues: Issue[] = [];
    const { slugFrom } = CONTENT_RULES[contentType] ?? {};
    const slug = ruled.shared('slug');
    const name = nameOf(document, slugFrom ?? 'title');
    if (slugFrom && typeof slug === 'string' && slug) {
      if (!SLUG_FORM.test(slug)) issues.push({ path: ['slug'], code: 'slug-form', values: { value: slug } });
      const other = slugs.takenBy(contentType, slug, documentId);
      if (other) {
        issues.push({ path: ['slug'], code: 'slug-taken', values: { value: slug, other: other.name } });
      }
      slugs.use(contentType, slug, { documentId, name });
      const published = existing?.isPublished ? existing.shared.slug : null;
      if (typeof published === 'string' && published !== slug) {
        issues.push({ path: ['slug'], code: 'slug-published', values: { value: published } });
      }
    }
    const code = ruled.shared('code');
    const scope = scopeOf(ruled);
    if (typeof code === 'string' && code && scope) {
      const before = existing?.shared.code;
      if (typeof before === 'string' && before !== code) codes.release(scope, before, documentId);
      const other = codes.takenBy(scope, code, documentId);
      const taken = contentType === THEME ? 'theme-taken' : 'code-taken';
      if (other) issues.push({ path: ['code'], code: taken, values: { value: code, other: other.name } });
      codes.use(scope, code, { documentId, name });
    }
    return issues;
  }

  /** What a document's code has to be unique in; null where it need not. */
  function scopeOf({ document: { contentType }, relation, shared }: RuledDocument): string | null {
    if (contentType === THEME) return themeScope(String(shared('scheme')));
    const [parent] = relation(contentType === COMMITMENT ? 'actionPlan' : 'commitment');
    if (!parent || (contentType !== COMMITMENT && contentType !== MILESTONE)) return null;
    return `${contentType} ${contentType === COMMITMENT ? parent : (commitments.get(parent)?.parent ?? parent)}`;
  }
}

/** The attribute an issue is about, or the part of one; which item of a list is not said. */
const attributeOf = ({ path }: Issue): string => path.filter((part) => typeof part === 'string').join('.');

const worded = (issue: Issue): Pick<RuleProblem, 'code' | 'message'> => ({
  code: issue.code,
  message: Object.fromEntries(LANGUAGE_CODES.map((language) => [language, issueMessage(issue, language)])),
});

function withTimeframe(document: ImportDocument): ImportDocument {
  const { timeframe } = document.shared;
  if (!timeframe || typeof timeframe !== 'object') return document;
  const normal = normaliseTimeframe(timeframe as Timeframe) as AttributeValue;
  return { ...document, shared: { ...document.shared, timeframe: normal } };
}

/** What a document is called in messages: in the site's first language that has it. */
function nameOf({ localized, documentId }: ImportDocument, field: string): string {
  for (const language of [...LANGUAGE_CODES, ...Object.keys(localized)]) {
    const name = localized[language]?.[field];
    if (typeof name === 'string' && name) return name;
  }
  return documentId;
}

/** The rules that look at one entry, on the entry as it will be published. */
function entryIssues(ruled: RuledDocument, commitments: ReadonlyMap<string, Parent>): Issue[] {
  const { document, existing } = ruled;
  const [commitment] = ruled.relation('commitment');
  const entry = {
    ...existing?.shared,
    ...document.shared,
    id: 0,
    documentId: document.documentId,
    publishedAt: 'published',
    commitment: commitment
      ? { id: 0, documentId: commitment, code: commitments.get(commitment)?.code }
      : null,
  } as unknown as WrittenEntry;
  return (CONTENT_RULES[document.contentType]?.entryRules ?? []).flatMap((rule) => rule({ entry }));
}

/** A published child has a parent, and keeps it. */
function parentIssues({ document, existing, relation }: RuledDocument): Issue[] {
  const { belongsTo } = CONTENT_RULES[document.contentType] ?? {};
  if (belongsTo && belongsTo.anyOf.every((name) => relation(name).length === 0)) {
    return [{ path: [belongsTo.anyOf[0] as string], code: belongsTo.code }];
  }
  return (PARENTS[document.contentType] ?? [])
    .filter((name) => {
      const [before, after] = [existing?.relations[name]?.[0], relation(name)[0]];
      return before !== undefined && before !== after;
    })
    .map((name): Issue => ({ path: [name], code: 'stays-with-parent' }));
}
