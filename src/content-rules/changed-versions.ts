import type { VersionStatus } from '../locale-sync/align';

/** Which versions of a document, draft and published, a write changes. */
export function changedVersions(action: string, { status }: { status?: VersionStatus }): VersionStatus[] {
  if (action === 'publish') return ['published'];
  if (action === 'discardDraft') return ['draft'];
  return status === 'published' ? ['draft', 'published'] : ['draft'];
}
