import type { Core, Modules } from '@strapi/strapi';
import { CONTENT_LOCK, inTransaction, requestLanguage, takeLock } from 'strapi-plugin-accountability/server';
import { CONTENT_RULES } from '../content-rules/declarations';
import { issuesError } from '../content-rules/issue';
import type { WriteData } from '../content-rules/prepare';

import { violationsOf } from './violations';
import { violationIssues, type ChildViolation } from './violation-issues';
import { childRelations, parentRelations } from './child-relations';
import { readChildStates, stateOf, type Children, type ChildStates } from './child-states';
import { withInheritedParents } from './inherited-parents';
import { watchedChildren } from './watched-children';

interface WriteParams {
  documentId?: string;
  data?: WriteData;
  locale?: string | string[];
  status?: string;
}

const WRITES = new Set(['create', 'update', 'publish', 'unpublish', 'discardDraft', 'clone', 'delete']);
const MAKES_DOCUMENT = new Set(['create', 'clone']);

/** Documents a method created: `create` returns the row, `clone` all of them. */
const madeDocument = (result: unknown): string | undefined => {
  const made = result as { documentId?: string; entries?: { documentId: string }[] } | null;
  return made?.documentId ?? made?.entries?.[0]?.documentId;
};

function violationsIn(
  children: Children,
  states: { before: ChildStates; after: ChildStates },
  isPublishing: (contentType: string, documentId: string) => boolean,
): ChildViolation[] {
  return [...children].flatMap(([contentType, ids]) =>
    [...ids].flatMap((documentId) =>
      violationsOf({
        before: stateOf(states.before, contentType, documentId),
        after: stateOf(states.after, contentType, documentId),
        needed: CONTENT_RULES[contentType]?.belongsTo?.anyOf ?? [],
        isPublishing: isPublishing(contentType, documentId),
      }).map((violation) => ({ ...violation, contentType, documentId })),
    ),
  );
}

/**
 * Rejects every write that replaces the parent of a child, and every write that leaves a published child without
 * its required parent, whether the write is to the parent or to the child. Checks the result of the write, in its
 * transaction and under the content lock. Outside of the content rules, which synchronise the locales.
 */
export function parentLinksMiddleware(strapi: Core.Strapi): Modules.Documents.Middleware.Middleware {
  return async (context, next) => {
    const { uid, action } = context;
    if (!WRITES.has(action)) return next();
    const isChild = parentRelations(strapi, uid).length > 0;
    if (!isChild && childRelations(strapi, uid).length === 0) return next();

    const params = context.params as WriteParams;
    const { documentId: given, status } = params;
    return inTransaction(strapi, async (trx) => {
      await takeLock(strapi, trx, CONTENT_LOCK);
      if (isChild && action === 'update' && status === 'published' && given) {
        const { locale, data = {} } = params;
        params.data = await withInheritedParents(strapi, trx, uid, { documentId: given, locale, data });
      }
      const { data } = params;
      const watched = await watchedChildren(strapi, trx, { contentType: uid, documentId: given, data });
      const before = await readChildStates(strapi, trx, watched);
      const result = await next();
      const written = MAKES_DOCUMENT.has(action) ? madeDocument(result) : given;
      if (isChild && written) watched.set(uid, new Set([...(watched.get(uid) ?? []), written]));

      const publishes = action === 'publish' || status === 'published';
      const violations = violationsIn(
        watched,
        { before, after: await readChildStates(strapi, trx, watched) },
        (contentType, documentId) => publishes && contentType === uid && documentId === written,
      );
      if (violations.length > 0) {
        throw issuesError(
          await violationIssues(strapi, violations, { contentType: uid, documentId: written }),
          requestLanguage(strapi),
        );
      }
      return result;
    });
  };
}
