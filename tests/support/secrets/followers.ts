import type { Core } from '@strapi/strapi';
import { leaveTokenOf } from '../../../src/plugins/accountability/server/src/follow/leave';
import { digestOfToken } from '../../../src/plugins/accountability/server/src/follow/tokens';
import type { Marks } from './marks';

const COMMITMENT = 'api::commitment.commitment';
const [FOLLOWER_KEY, FOLLOW_KEY] = ['ab'.repeat(16), 'cd'.repeat(16)];
const CONFIRMATION = 'x'.repeat(43);

/** Somebody who follows a document by mail, and somebody who has asked to: addresses nobody may read. */
export async function seedFollowers(strapi: Core.Strapi, marks: Marks, subjectId: string): Promise<void> {
  const create = (name: string, data: object): Promise<unknown> =>
    strapi.db.query(`plugin::accountability.${name}` as never).create({ data });
  const email = (place: string): string => `${marks.secret(place)}@example.org`;
  const [now, later] = [Date.now(), Date.now() + 24 * 60 * 60 * 1000].map((time) =>
    new Date(time).toISOString(),
  );
  const followed = { subjectType: COMMITMENT, subjectId, rhythm: 'daily', language: 'ka' };
  await create('follower', { email: email('follower.email'), key: FOLLOWER_KEY, language: 'ka' });
  await create('follow', {
    ...followed,
    follower: FOLLOWER_KEY,
    key: FOLLOW_KEY,
    confirmedAt: now,
    position: 0,
    // In no test's time a mail is due.
    slot: '9999-01-01T00:00:00.000Z',
  });
  await create('follow-request', {
    ...followed,
    email: email('follow-request.email'),
    tokenDigest: digestOfToken(CONFIRMATION),
    requestedAt: now,
    expiresAt: later,
    sentAt: now,
  });
}

/** Paths of the links in the mails to them. */
export const followerLinks = (strapi: Core.Strapi): string[] => [
  `/follow/confirm/${CONFIRMATION}`,
  `/follow/leave/${leaveTokenOf(strapi, { kind: 'all', key: FOLLOWER_KEY })}`,
  `/follow/leave/${leaveTokenOf(strapi, { kind: 'follow', key: FOLLOW_KEY })}`,
];
