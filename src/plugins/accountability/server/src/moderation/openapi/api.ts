import type { Core } from '@strapi/strapi';
import { uidOf } from '../../workflow/registry';
import { declaredComments } from '../registry';

/** The comments API, as far as its description needs it. */
export interface CommentsApi {
  /** Paths below the content API: of the comments, and of their subjects. */
  readonly collection: string;
  readonly subjects: string;
  readonly honeypot: string;
  /** Codes by which a comment may be reported. */
  readonly reasons: readonly string[];
}

/** Those of the application; undefined where it has no comments. */
export function commentsApi(strapi: Core.Strapi): CommentsApi | undefined {
  const declaration = declaredComments(strapi);
  if (!declaration) return undefined;
  const plural = (uid: string): string => strapi.contentType(uidOf(uid)).info.pluralName;
  return {
    collection: plural(declaration.contentType),
    subjects: plural(declaration.subject.contentType),
    honeypot: declaration.honeypot,
    reasons: declaration.reportReasons.map(({ code }) => code),
  };
}
