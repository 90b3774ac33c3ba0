import { approvedComment, moderate } from '../../support/comments';
import { jsonRequest } from '../../support/json-request';
import { makeCommitment } from '../../support/milestones';
import { bootModerationQueue, type ModerationQueue } from '../../support/moderation-queue';
import { moderator, moderatorRole, type Moderator } from '../../support/moderators';
import type { Tracker } from '../../support/tracker';
import type { QueueChoice } from '../../../src/plugins/accountability/shared/moderation-contract';

const PARTNER = 'api::partner.partner';
const UNKNOWN = 'a'.repeat(24);

let queue: ModerationQueue;
let tracker: Tracker;
let commitment: string;
let alone: Moderator;

beforeAll(async () => {
  queue = await bootModerationQueue();
  ({ tracker, commitment, alone } = queue);
});
afterAll(() => tracker.close());

describe('an official answer', () => {
  let agency: string;
  let draft: string;
  const answer = (documentId: string, more: object = {}, who = alone) =>
    who.post<{ documentId: string }>(`comments/${documentId}/answers`, {
      agency,
      body: 'We have done it.',
      language: 'en',
      ...more,
    });
  const shown = async (documentId: string) => {
    const { body } = await jsonRequest<{
      data: { documentId: string; replies: Record<string, unknown>[] }[];
    }>(`${tracker.url}/api/commitments/${commitment}/comments?locale=en&pagination[pageSize]=100`, {});
    return body.data.find((one) => one.documentId === documentId)?.replies;
  };
  const makeAgency = async (name: string, isPublished: boolean): Promise<string> => {
    const documents = tracker.strapi.documents(PARTNER);
    const { documentId } = await documents.create({
      locale: 'ka',
      data: { name: `${name} ka`, kind: 'central-government' },
    } as never);
    await documents.update({ documentId, locale: 'en', data: { name: `${name} en` } } as never);
    if (isPublished) await documents.publish({ documentId, locale: '*' } as never);
    return documentId;
  };

  beforeAll(async () => {
    agency = await makeAgency('Ministry', true);
    draft = await makeAgency('Secret office', false);
  });

  it('is public at once, marked, in the name of the agency', async () => {
    const documentId = await approvedComment(tracker, commitment, { body: 'A question', locale: 'en' });
    const { status, body } = await answer(documentId);
    expect(status).toBe(201);
    expect(await shown(documentId)).toEqual([
      {
        documentId: body.data.documentId,
        authorName: 'Ministry en',
        body: 'We have done it.',
        locale: 'en',
        official: true,
        agency: { documentId: agency, name: 'Ministry en' },
        createdAt: expect.any(String),
      },
    ]);
    const { comment, history } = await queue.context(body.data.documentId);
    expect(comment).toMatchObject({ official: true, agency: 'Ministry en', authorEmail: null, version: 1 });
    expect(comment.parent?.documentId).toBe(documentId);
    expect(history).toMatchObject([{ transition: 'approve', actor: { name: 'Test queue-alone' } }]);
    await alone.move(body.data.documentId, 'hide', { version: 1, reason: 'A mistake' });
    expect(await shown(documentId)).toEqual([]);
  });

  it('to an answer goes to its thread', async () => {
    const documentId = await approvedComment(tracker, commitment, { locale: 'en' });
    const reply = await approvedComment(tracker, commitment, { parent: documentId, locale: 'en' });
    await answer(reply);
    expect((await shown(documentId))?.map(({ official }) => official)).toEqual([false, true]);
  });

  it('waits until the public sees the thread', async () => {
    const documentId = await queue.send();
    const code = 'ANSWER_NEEDS_APPROVAL';
    expect(await answer(documentId)).toMatchObject({ status: 409, body: { error: { details: { code } } } });
    const thread = await approvedComment(tracker, commitment);
    const reply = await approvedComment(tracker, commitment, { parent: thread });
    await moderate(tracker, thread, 'hide');
    expect(await answer(reply)).toMatchObject({ status: 409, body: { error: { details: { code } } } });
  });

  it('needs a published agency, a text, and who may approve; else nothing is stored', async () => {
    const documentId = await approvedComment(tracker, commitment, { locale: 'en' });
    const codes = async (more: object) =>
      (await answer(documentId, more)).body.error.details.errors?.map(
        ({ path, code }) => `${path[0]} ${code}`,
      );
    expect(await codes({ agency: draft })).toEqual(['agency AGENCY_UNKNOWN']);
    expect(await codes({ agency: UNKNOWN, body: '' })).toEqual(['body REQUIRED']);
    expect(await codes({ agency: UNKNOWN })).toEqual(['agency AGENCY_UNKNOWN']);
    const role = await moderatorRole(tracker, 'queue-writer', {
      actions: ['queue', 'answer'],
      moves: ['undo'],
    });
    const refused = await answer(documentId, {}, await moderator(tracker, [role]));
    expect(refused).toMatchObject({ status: 403, body: { error: { details: { code: 'NOT_ALLOWED' } } } });
    expect(await shown(documentId)).toEqual([]);
    expect((await queue.context(documentId)).replies).toEqual([]);
  });

  it('can be given for agencies the public knows', async () => {
    const { body } = await alone.get<QueueChoice[]>('agencies?search=');
    expect(body.data).toContainEqual({ documentId: agency, title: 'Ministry en' });
    expect(JSON.stringify(body)).not.toContain('Secret office');
    // Found by its name in one language, it is called by that in the other.
    const found = await alone.get<QueueChoice[]>('agencies?search=Ministry%20ka', {
      'Accept-Language': 'en',
    });
    expect(found.body.data).toEqual([{ documentId: agency, title: 'Ministry en' }]);
  });

  it('is offered for the only published agency that leads the commitment', async () => {
    const leadOf = async (leads: string[], language = 'en') => {
      const led = await makeCommitment(tracker, { title: 'Led', data: { leadAgencies: leads } });
      const documentId = await approvedComment(tracker, led);
      const headers = { 'Accept-Language': language };
      return (await alone.get<QueueChoice | null>(`comments/${documentId}/lead-agency`, headers)).body.data;
    };
    const second = await makeAgency('Agency', true);
    expect(await leadOf([agency])).toEqual({ documentId: agency, title: 'Ministry en' });
    expect(await leadOf([agency], 'ka')).toEqual({ documentId: agency, title: 'Ministry ka' });
    expect(await leadOf([agency, second])).toBeNull();
    expect(await leadOf([])).toBeNull();
    expect(await leadOf([draft])).toBeNull();
  });
});
