import { approvedComment } from './comments';
import { makeCommitment, makeMilestone } from './milestones';
import type { Tracker } from './tracker';

/** Two hundred letters without a place to break, in both alphabets. */
const WORDS = {
  ka: 'ანტიკონსტიტუციონალისტურისთვის'.repeat(7).slice(0, 200),
  en: 'Unbreakableantidisestablishment'.repeat(7).slice(0, 200),
};
/** As long as a title may be, with the words' ends the support adds. */
const MAX_TITLE_LENGTH = 'ღია მმართველობის გრძელი დასახელება '.repeat(20).slice(0, 597);
const DATES = {
  startDate: '2024-01-01',
  startPrecision: 'month',
  endDate: '2030-06-01',
  endPrecision: 'month',
};

type Uid = 'api::partner.partner' | 'api::commitment.commitment' | 'api::action-plan.action-plan';

/** A document in one language, published. */
async function make(
  { strapi }: Pick<Tracker, 'strapi'>,
  uid: Uid,
  locale: string,
  data: object,
): Promise<string> {
  const { documentId } = await strapi.documents(uid).create({ locale, status: 'published', data } as never);
  return documentId;
}

/** What makes each extreme commitment, by its slug. */
const MAKERS: Readonly<Record<string, (tracker: Tracker) => Promise<unknown>>> = {
  async 'longest-titles'(tracker) {
    const commitment = await makeCommitment(tracker, {
      title: MAX_TITLE_LENGTH,
      data: { slug: 'longest-titles', code: '1', timeframe: DATES },
    });
    await makeMilestone(tracker, {
      title: MAX_TITLE_LENGTH,
      data: { commitment, code: '1.1', timeframe: DATES },
    });
  },
  async 'longest-words'(tracker) {
    const partner = await make(tracker, 'api::partner.partner', 'ka', {
      name: WORDS.ka,
      slug: 'longest-name',
      description: `${WORDS.ka} **${WORDS.en}**`,
      website: `https://example.org/${WORDS.en}`,
    });
    const actionPlan = await make(tracker, 'api::action-plan.action-plan', 'ka', {
      title: WORDS.ka,
      slug: 'longest-plan',
      description: WORDS.ka,
    });
    const commitment = await makeCommitment(tracker, {
      title: WORDS.ka,
      data: {
        slug: 'longest-words',
        description: `# ${WORDS.ka}\n\n- ${WORDS.en}\n\n> ${WORDS.ka}\n\n\`${WORDS.en}\``,
        timeframeNote: WORDS.ka,
        identifiers: [{ scheme: 'IRM', value: WORDS.en }],
        leadAgencies: [partner],
        partners: [partner],
        actionPlan,
      },
    });
    await makeMilestone(tracker, {
      title: WORDS.ka,
      data: {
        commitment,
        indicator: WORDS.ka,
        result: WORDS.en,
        evidence: [{ title: WORDS.ka, url: `https://example.org/${WORDS.en}` }],
        responsibleAgencies: [partner],
        partners: [partner],
      },
    });
    await approvedComment(tracker, commitment, { authorName: WORDS.ka.slice(0, 80), body: WORDS.ka });
  },
  'no-milestones': (tracker) =>
    makeCommitment(tracker, { title: 'No milestones', data: { slug: 'no-milestones', timeframe: DATES } }),
  async 'many-milestones'(tracker) {
    const commitment = await makeCommitment(tracker, {
      title: 'Many milestones',
      data: { slug: 'many-milestones' },
    });
    for (let number = 1; number <= 200; number += 1) {
      await tracker.strapi.documents('api::milestone.milestone').create({
        locale: 'ka',
        status: 'published',
        data: { title: `ეტაპი ${number}`, code: `9.${number}`, order: number, commitment, timeframe: DATES },
      } as never);
    }
  },
  async 'nobody-and-never'(tracker) {
    const commitment = await makeCommitment(tracker, {
      title: 'No partner, no dates, no plan',
      data: { slug: 'nobody-and-never' },
    });
    await makeMilestone(tracker, { title: 'No dates', data: { commitment } });
  },
  'only-georgian': (tracker) =>
    make(tracker, 'api::commitment.commitment', 'ka', {
      title: 'მხოლოდ ქართულად',
      slug: 'only-georgian',
      description: 'აღწერა, რომელიც არ ითარგმნა.',
    }),
  'only-english': (tracker) =>
    make(tracker, 'api::commitment.commitment', 'en', {
      title: 'In English only',
      slug: 'only-english',
      description: 'A text that nobody has translated.',
    }),
};

/** Commitments at the ends of what can be, by their slug. */
export const EXTREMES = Object.keys(MAKERS);

/** Makes all of them. */
export async function makeExtremes(tracker: Tracker): Promise<void> {
  for (const maker of Object.values(MAKERS)) await maker(tracker);
}
