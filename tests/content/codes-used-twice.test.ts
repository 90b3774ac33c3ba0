import { contentInLanguages } from '../support/content-in-languages';
import { bootTracker, type Tracker } from '../support/tracker';

const COMMITMENT = 'api::commitment.commitment';
const MILESTONE = 'api::milestone.milestone';

describe.each(['refuse', 'warn'] as const)(
  'a code that is used twice, with CODES_UNIQUE_IN_PLAN=%s',
  (setting) => {
    let tracker: Tracker;
    let plan: string;
    let commitment: string;

    beforeAll(async () => {
      tracker = await bootTracker({ env: { LOCALES: 'ka,en', CODES_UNIQUE_IN_PLAN: setting } });
      ({ plan, commitment } = await contentInLanguages(tracker, ['en']));
    });
    afterAll(() => tracker.close());

    const makeCommitment = async (code?: string): Promise<string> => {
      const data = { title: 'Another', code, actionPlan: plan };
      const made = await tracker.strapi.documents(COMMITMENT).create({ locale: 'en', data } as never);
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

    it('is no other code, and none at all', async () => {
      const other = await makeCommitment('2');
      const without = await makeCommitment();
      for (const documentId of [other, without]) {
        expect(await warningsOf(COMMITMENT, documentId)).not.toContain('code-used-twice');
      }
    });
  },
);
