import { plainTitle } from 'strapi-plugin-accountability/server';
import type { AskApi } from '../api/ask-api';
import type { StatusChange } from './conversation';

/**
 * Reads the latest changes of status of all that is public, newest first.
 * @param count at most 100
 * @param subject id of a document that the changes concern; null for all
 */
export async function readLatestChanges(
  ask: AskApi,
  count: number,
  subject: string | null = null,
): Promise<StatusChange[]> {
  const about = subject === null ? '' : `&subject=${encodeURIComponent(subject)}`;
  const { data } = (await ask(`/api/open-data/status-changes.json?limit=${count}${about}`)) as {
    data: StatusChange[];
  };
  // Editorial reviews are not part of the public pages.
  return data
    .filter(({ workflow }) => workflow === 'implementation')
    .map((change) => ({ ...change, reason: change.reason && plainTitle(change.reason) }));
}
