import { adminToken } from '../support/accounts';
import { jsonRequest } from '../support/json-request';
import { makeMilestone } from '../support/milestones';
import { bootTracker, type Tracker } from '../support/tracker';

const MILESTONE = 'api::milestone.milestone';

describe('a language that is deleted in the settings', () => {
  let tracker: Tracker;
  let login: string;
  const workflows = () => tracker.strapi.plugin('accountability').service('workflows');
  const start = (documentId: string): Promise<unknown> =>
    workflows().move({
      contentType: MILESTONE,
      documentId,
      workflow: 'implementation',
      transition: 'start',
    });
  const addLanguage = async (): Promise<number> => {
    const { status, body } = await jsonRequest<{ id: number }>(`${tracker.url}/i18n/locales`, {
      token: login,
      body: { code: 'es', name: 'Spanish (es)', isDefault: false },
    });
    expect(status).toBe(200);
    return body.id;
  };
  const deleteLanguage = (id: number) =>
    jsonRequest(`${tracker.url}/i18n/locales/${id}`, { token: login, method: 'DELETE' });
  const inSpanishOnly = async (): Promise<string> => {
    const { documentId } = await tracker.strapi
      .documents(MILESTONE)
      .create({ locale: 'es', data: { title: 'Hito' } } as never);
    await start(documentId);
    return documentId;
  };

  beforeAll(async () => {
    tracker = await bootTracker();
    login = await adminToken(tracker);
  });
  afterAll(() => tracker.close());

  it('takes the states of its documents along and leaves those of the others', async () => {
    const id = await addLanguage();
    const gone = await inSpanishOnly();
    const stays = await makeMilestone(tracker);
    await tracker.strapi
      .documents(MILESTONE)
      .update({ documentId: stays, locale: 'es', data: { title: 'Hito' } } as never);
    await start(stays);

    expect(await deleteLanguage(id)).toMatchObject({ status: 200 });
    const states: { subjectId: string }[] = await tracker.strapi.db
      .query('plugin::accountability.workflow-state')
      .findMany({ where: { subjectId: { $in: [gone, stays] } } });
    expect(states.map(({ subjectId }) => subjectId)).toEqual([stays]);
    expect(await workflows().check()).toEqual([]);
  });

  it('stays whole where its deletion fails half-way', async () => {
    const id = await addLanguage();
    const documentId = await inSpanishOnly();
    const unsubscribe = tracker.strapi.db.lifecycles.subscribe({
      models: ['plugin::i18n.locale'],
      beforeDelete: () => {
        throw new Error('The disk is full');
      },
    });
    expect(await deleteLanguage(id)).toMatchObject({ status: 500 });
    unsubscribe?.();
    const rows = await tracker.strapi.db.query(MILESTONE).count({ where: { documentId } });
    const states = await tracker.strapi.db
      .query('plugin::accountability.workflow-state')
      .count({ where: { subjectId: documentId } });
    expect([rows, states]).toEqual([1, 1]);
    expect(await deleteLanguage(id)).toMatchObject({ status: 200 });
    expect(await workflows().check()).toEqual([]);
  });
});
