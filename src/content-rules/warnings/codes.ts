import type { ContentWarning } from './warning';

/** A code that other documents of the same scope have too, where a site allows it. Pure. */
export const codeUsedTwice = (others: readonly unknown[]): ContentWarning[] =>
  others.length > 0 ? [{ code: 'code-used-twice', path: ['code'] }] : [];
