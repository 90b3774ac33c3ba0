import type { Half } from '../locale-sync/align';

/** Which halves of a document, draft and published, a write leaves changed. */
export function changedHalves(action: string, { status }: { status?: Half }): Half[] {
  if (action === 'publish') return ['published'];
  if (action === 'discardDraft') return ['draft'];
  return status === 'published' ? ['draft', 'published'] : ['draft'];
}
