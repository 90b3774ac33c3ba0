import { dayIn } from '../../dates/site-day';
import type { Revision } from '../../datasets/revision';

/**
 * Version of all data together: the day of the latest change at the site, and the change's number
 * (`2026-11-25.1842`). Determined by the content alone, so that the same content always has the same version. Pure.
 */
export const contentVersion = ({ modified, sequence }: Revision, timeZone: string): string =>
  `${dayIn(timeZone, modified)}.${sequence}`;

/**
 * Version of a release whose content version is taken: other labels, another licence or address make another file
 * of the same rows. Pure.
 * @param taken versions of the existing releases
 */
export function nextVersion(content: string, taken: readonly string[]): string {
  let version = content;
  for (let edition = 2; taken.includes(version); edition += 1) version = `${content}.${edition}`;
  return version;
}

/**
 * The latest release of each content version: what a new archive is compared with. Pure.
 * @param taken versions, the earliest release first
 */
export const latestEditions = (taken: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(taken.map((version) => [version.split('.').slice(0, 2).join('.'), version]));
