import type { ContentWarning } from './warning';

/** A code shared with other documents of its scope, where a site allows it. Pure. */
export const codeUsedTwice = (others: readonly unknown[]): ContentWarning[] =>
  others.length > 0 ? [{ code: 'code-used-twice', path: ['code'] }] : [];
