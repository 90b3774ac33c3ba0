import type { Half } from '../locale-sync/align';

/** Which versions of a document, draft and published, a write changes. */
export function changedHalves(action: string, { status }: { status?: Half }): Half[] {
  if (action === 'publish') return ['published'];
  if (action === 'discardDraft') return ['draft'];
  return status === 'published' ? ['draft', 'published'] : ['draft'];
}
