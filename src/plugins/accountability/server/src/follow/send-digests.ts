import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { takeLock } from '../database/exclusive-lock';
import { inTransaction } from '../database/transaction';
import { languageCodes } from '../languages/site-languages';
import { isFree, waitAfter, type Claim } from '../mail/claims';
import { sendMail } from '../mail/send-mail';
import { isGivenUp } from '../moderation/notices/outbox';
import { siteUrl } from '../moderation/notices/site-urls';
import { knownLanguage, tokenAddress } from './addresses';
import { endOfChanges } from './confirm';
import { FOLLOW, FOLLOW_LOCK, FOLLOWER } from './content-types';
import { digestMailOf, type DigestGroup } from './digest-mail';
import { DigestReader } from './digest-reader';
import { deleteIdleFollowers, leaveTokenOf } from './leave';
import { FOLLOW_RHYTHMS, type FollowRhythm } from './schedule';
import type { SentMails } from './send-confirmations';
import { currentSlot } from './site-days';

/** Followers per statement. */
const AT_ONCE = 200;

interface Follower extends Claim {
  readonly id: number;
  readonly key: string;
  readonly email: string;
  readonly language: string;
  readonly failures: number | null;
}

interface Follow {
  readonly id: number;
  readonly key: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly position: number;
}

/** What all digests of a run have in common. */
interface Run {
  readonly now: Date;
  /** End of the change log when it began. */
  readonly until: number;
  readonly slots: Readonly<Record<FollowRhythm, string>>;
  readonly reader: DigestReader;
}

/**
 * Sends each follower the changes since its last digest, once over all instances, where a digest is due and something
 * has changed. The position moves only when it was sent, so that what fails is sent later; an instance that crashes
 * between sending and storing sends twice rather than never.
 */
export async function sendDigests(strapi: Core.Strapi, now: Date): Promise<SentMails> {
  const result = { sent: 0, failed: 0 };
  const until = await endOfChanges(strapi);
  const slots = Object.fromEntries(
    FOLLOW_RHYTHMS.map((rhythm) => [rhythm, currentSlot(strapi, rhythm, now)]),
  ) as Run['slots'];
  const run = { now, until, slots, reader: new DigestReader(strapi, until) };
  for (let after = 0; ;) {
    const followers = await dueFollowers(strapi, run, after);
    for (const follower of followers.filter((one) => isFree(one, now))) {
      const outcome = await sendDigest(strapi, run, follower);
      if (outcome === null) continue;
      result[outcome === 'sent' ? 'sent' : 'failed'] += 1;
      // No other mail would get through either.
      if (outcome === 'unreachable') return result;
    }
    if (followers.length < AT_ONCE) return result;
    after = Number(followers.at(-1)?.id);
  }
}

const tableOf = (strapi: Core.Strapi, uid: string): string => strapi.db.metadata.get(uid).tableName;

const whereDue = ({ slots }: Pick<Run, 'slots'>): Record<string, unknown> => ({
  $or: FOLLOW_RHYTHMS.map((rhythm) => ({ rhythm, slot: { $lt: slots[rhythm] } })),
});

/** Followers with a digest that is due, in the order of their ids. */
async function dueFollowers(strapi: Core.Strapi, { slots }: Run, after: number): Promise<Follower[]> {
  const due = (query: Knex.QueryBuilder) =>
    FOLLOW_RHYTHMS.forEach((rhythm) =>
      query.orWhere((one) => one.where({ 'f.rhythm': rhythm }).where('f.slot', '<', slots[rhythm])),
    );
  const keys: string[] = await strapi.db.connection
    .from({ r: tableOf(strapi, FOLLOWER) })
    .where('r.id', '>', after)
    .whereIn(
      'r.key',
      (some) =>
        void some
          .from({ f: tableOf(strapi, FOLLOW) })
          .where(due)
          .select('f.follower'),
    )
    .orderBy('r.id')
    .limit(AT_ONCE)
    .pluck('r.key');
  return strapi.db.query(FOLLOWER).findMany({ where: { key: { $in: keys } }, orderBy: { id: 'asc' } });
}

const dueFollows = (strapi: Core.Strapi, run: Run, follower: string): Promise<Follow[]> =>
  strapi.db.query(FOLLOW).findMany({ where: { follower, ...whereDue(run) }, orderBy: { id: 'asc' } });

/** @returns null where there is nothing to report, or another instance sends it */
async function sendDigest(strapi: Core.Strapi, run: Run, { key, ...known }: Follower) {
  const language = knownLanguage(languageCodes(strapi), known.language);
  const due = await dueFollows(strapi, run, key);
  if ((await groupsOf(strapi, run, due, language)).length === 0) {
    await moveOn(strapi, run, due);
    return null;
  }
  const claimed = await claimFollower(strapi, run, key);
  if (!claimed) return null;
  const { follower, follows } = claimed;
  // Read again: the follower may have unsubscribed, or been notified meanwhile.
  const groups = await groupsOf(strapi, run, follows, language);
  if (groups.length === 0) {
    await moveOn(strapi, run, follows);
    await settle(strapi, follower.id, { claimedAt: null });
    return null;
  }
  const outcome = await sendMail(
    strapi,
    'A digest of followed documents',
    digestMailOf({
      address: follower.email,
      language,
      groups,
      leaveAll: leaveAddress(strapi, language, 'all', key),
    }),
    (failed) => isGivenUp(follower, failed),
  );
  if (outcome === 'sent') {
    await moveOn(strapi, run, follows);
    await settle(strapi, follower.id, { claimedAt: null, failures: 0, notBefore: null });
  } else if (isGivenUp(follower, outcome)) {
    await forget(strapi, key);
  } else {
    const failures = (follower.failures ?? 0) + 1;
    const notBefore = new Date(run.now.getTime() + waitAfter(failures));
    await settle(strapi, follower.id, { claimedAt: null, failures, notBefore });
  }
  return outcome;
}

const leaveAddress = (strapi: Core.Strapi, language: string, kind: 'follow' | 'all', key: string): string =>
  tokenAddress(strapi, 'leave', language, leaveTokenOf(strapi, { kind, key }));

async function groupsOf(
  strapi: Core.Strapi,
  { reader }: Run,
  follows: readonly Follow[],
  language: string,
): Promise<DigestGroup[]> {
  const site = siteUrl(strapi);
  const groups: DigestGroup[] = [];
  for (const { key, subjectType, subjectId, position } of follows) {
    const content = await reader.read({ subjectType, subjectId, position }, language, site);
    if (content) groups.push({ ...content, leave: leaveAddress(strapi, language, 'follow', key) });
  }
  return groups;
}

/** Claims a follower for this instance, with what is due; null where another one has, or nothing is due any more. */
function claimFollower(
  strapi: Core.Strapi,
  run: Run,
  key: string,
): Promise<{ readonly follower: Follower; readonly follows: readonly Follow[] } | null> {
  return inTransaction(strapi, async (trx) => {
    await takeLock(strapi, trx, 'follow-mails');
    const followers = strapi.db.query(FOLLOWER);
    const follower = (await followers.findOne({ where: { key } })) as Follower | null;
    if (!follower || !isFree(follower, run.now)) return null;
    const follows = await dueFollows(strapi, run, key);
    if (follows.length === 0) return null;
    await followers.update({ where: { id: follower.id }, data: { claimedAt: run.now } });
    return { follower, follows };
  });
}

/** Stores that all until the end of the run has been reported, unless another instance has stored more. */
async function moveOn(strapi: Core.Strapi, { until, slots }: Run, follows: readonly Follow[]): Promise<void> {
  for (const { id, position } of follows) {
    for (const rhythm of FOLLOW_RHYTHMS) {
      await strapi.db.query(FOLLOW).updateMany({
        where: { id, rhythm, position },
        data: { position: Math.max(position, until), slot: slots[rhythm] },
      });
    }
  }
}

/** Stores the state of a follower; it may have left meanwhile. */
async function settle(strapi: Core.Strapi, id: number, data: object): Promise<void> {
  await strapi.db.query(FOLLOWER).updateMany({ where: { id }, data });
}

/** Deletes a follower whose address the mail server has refused too often. */
async function forget(strapi: Core.Strapi, key: string): Promise<void> {
  await inTransaction(strapi, async (trx) => {
    await takeLock(strapi, trx, FOLLOW_LOCK);
    await trx(tableOf(strapi, FOLLOW)).where({ follower: key }).delete();
    await deleteIdleFollowers(strapi, trx, key);
  });
}
