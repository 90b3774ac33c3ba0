import { contentInLanguages } from '../support/content-in-languages';
import { bootTracker, type Tracker } from '../support/tracker';

const COMMITMENT = 'api::commitment.commitment';
const PLAN = 'api::action-plan.action-plan';
const MILESTONE = 'api::milestone.milestone';

describe.each(['refuse', 'warn'] as const)(
  'a code that is used twice, with CODES_UNIQUE_IN_PLAN=%s',
  (setting) => {
    let tracker: Tracker;
    let plan: string;
    let commitment: string;
    let milestone: string;

    beforeAll(async () => {
      tracker = await bootTracker({ env: { LOCALES: 'ka,en', CODES_UNIQUE_IN_PLAN: setting } });
      ({ plan, commitment, milestone } = await contentInLanguages(tracker, ['en']));
    });
    afterAll(() => tracker.close());

    const makeCommitment = async (code?: string): Promise<string> => {
      const data = { title: 'Another', code, actionPlan: plan };
      const made = await tracker.strapi.documents(COMMITMENT).create({ locale: 'en', data } as never);
      return made.documentId;
    };

    /** The commitment and its plan in the other language as well: a relation ties versions of one language. */
    const inGeorgian = async (documentId: string): Promise<string> => {
      const update = (uid: string, id: string) =>
        tracker.strapi
          .documents(uid as typeof COMMITMENT)
          .update({ documentId: id, locale: 'ka', data: { title: 'სხვა' } } as never);
      await update(PLAN, plan);
      await update(COMMITMENT, documentId);
      return documentId;
    };
    const makePlan = async (): Promise<string> => {
      const made = await tracker.strapi
        .documents(PLAN)
        .create({ locale: 'en', data: { title: 'Later' } } as never);
      return made.documentId;
    };

    const warningsOf = async (uid: string, documentId: string): Promise<string[]> => {
      const found = await tracker.strapi
        .plugin('accountability')
        .service('warnings')
        .ofDocument(uid, documentId);
      return (found as { code: string }[]).map(({ code }) => code);
    };

    it('is refused or warned of among the commitments of a plan', async () => {
      const again = makeCommitment('1');
      if (setting === 'refuse') {
        await expect(again).rejects.toThrow(/already used/);
        return;
      }
      const documentId = await again;
      expect(await warningsOf(COMMITMENT, documentId)).toContain('code-used-twice');
      expect(await warningsOf(COMMITMENT, commitment)).toContain('code-used-twice');
    });

    it('is refused or warned of among the milestones of a commitment', async () => {
      const documents = tracker.strapi.documents(MILESTONE);
      const again = documents.create({
        locale: 'en',
        data: { title: 'Again', code: '1.1', commitment },
      } as never);
      if (setting === 'refuse') {
        await expect(again).rejects.toThrow(/already used/);
        return;
      }
      expect(await warningsOf(MILESTONE, (await again).documentId)).toContain('code-used-twice');
    });

    it('is refused or warned of among the milestones of a plan, in another commitment and another language too', async () => {
      const documents = tracker.strapi.documents(MILESTONE);
      const other = await makeCommitment();
      const again = documents.create({
        locale: 'ka',
        data: { title: 'Elsewhere', code: '1.1', commitment: await inGeorgian(other) },
      } as never);
      if (setting === 'refuse') {
        await expect(again).rejects.toThrow(/already used/);
        return;
      }
      const { documentId } = await again;
      expect(await warningsOf(MILESTONE, documentId)).toContain('code-used-twice');
      expect(await warningsOf(MILESTONE, milestone)).toContain('code-used-twice');
    });

    it('is free in another plan', async () => {
      const far = await tracker.strapi.documents(COMMITMENT).create({
        locale: 'en',
        data: { title: 'Far', actionPlan: await makePlan() },
      } as never);
      const { documentId } = await tracker.strapi.documents(MILESTONE).create({
        locale: 'en',
        data: { title: 'Far', code: '1.1', commitment: far.documentId },
      } as never);
      expect(await warningsOf(MILESTONE, documentId)).not.toContain('code-used-twice');
    });

    it('is no other code, and none at all', async () => {
      const other = await makeCommitment('2');
      const without = await makeCommitment();
      for (const documentId of [other, without]) {
        expect(await warningsOf(COMMITMENT, documentId)).not.toContain('code-used-twice');
      }
    });
  },
);
