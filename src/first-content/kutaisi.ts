import type { Core } from '@strapi/strapi';

import { workflowConfig, workflowsOf } from 'strapi-plugin-accountability/server';
import { assessmentScale, assessments, ratingSchemes } from '../accountability/vocabularies';
import { LANGUAGE_CODES } from '../languages/site-languages';
import { ensureDocument } from './ensure-document';
import seed from './kutaisi-commitment.json';

interface PartialDate {
  earliest: string;
  precision: string;
}
interface Texts {
  ka: string;
  en: string;
}

const timeframe = (start: PartialDate, end: PartialDate) => ({
  startDate: start.earliest,
  startPrecision: start.precision,
  endDate: end.earliest,
  endPrecision: end.precision,
});

type Language = keyof Texts;

const SEED_LANGUAGES: readonly string[] = Object.keys(seed.actionPlan.title.origin);

/** The languages of the site in which the demonstration content exists. */
export const DEMO_LANGUAGES = LANGUAGE_CODES.filter((code): code is Language =>
  SEED_LANGUAGES.includes(code),
);

const inEach = <T>(of: (language: Language) => T): Record<string, T> =>
  Object.fromEntries(DEMO_LANGUAGES.map((language) => [language, of(language)]));

/** One text from several in a language, each a paragraph or line of its own. */
const joined = (texts: readonly Texts[], language: Language, separator: string): string =>
  texts.map((text) => text[language]).join(separator);

const sourceUrl = (id: string): string | null => seed.sources.find((source) => source.id === id)?.url ?? null;

/** The public page's date of update. */
const pageUpdated = seed.sources.find(({ id }) => id === 'page-ka')?.updated ?? null;

async function ensureOrganisations(strapi: Core.Strapi): Promise<Map<string, string>> {
  const documentIds = new Map<string, string>();
  for (const { code, kind, name, acronym } of seed.organisations) {
    const documentId = await ensureDocument(strapi, {
      uid: 'api::partner.partner',
      where: { slug: code },
      shared: { slug: code, kind },
      texts: inEach((language) => ({ name: name[language], acronym })),
    });
    documentIds.set(code, documentId);
  }
  return documentIds;
}

function ensureActionPlan(strapi: Core.Strapi): Promise<string> {
  const plan = seed.actionPlan;
  const slug = 'georgia-2018-2019';
  return ensureDocument(strapi, {
    uid: 'api::action-plan.action-plan',
    where: { slug },
    shared: {
      slug,
      scope: plan.level,
      timeframe: timeframe(plan.start, plan.end),
      identifiers: [
        { scheme: 'ogp-title', value: plan.ogpTitle },
        { scheme: 'ogp-cycle', value: plan.ogpCycle },
      ],
    },
    texts: inEach((language) => ({
      title: plan.title[language],
      jurisdiction: plan.jurisdiction[language],
    })),
  });
}

/** Published findings of the independent mechanism, verbatim, with a code where one fits. */
function ratings() {
  const { verifiable, relevantToOgpValues, ambition, earlyResults } = seed.commitment.independentAssessment;
  return [
    { scheme: 'verifiability', value: verifiable.published, code: verifiable.code },
    { scheme: 'relevance', value: relevantToOgpValues.published },
    { scheme: 'potential-for-results', value: ambition.published, code: ambition.code },
    { scheme: 'early-results', value: earlyResults.published, code: earlyResults.code },
  ].filter(({ scheme }) => ratingSchemes.some(({ value }) => value === scheme));
}

/** The source's assessment on the site's scale: it says of everything that it was implemented fully. */
const assessmentOf = ({ code }: { code: string }): string =>
  assessments.some(({ value }) => value === code) ? code : assessmentScale.whole;

/** Approves a document that its publisher has approved, where this site requires an approval. */
async function recordApproval(strapi: Core.Strapi, contentType: string, documentId: string): Promise<void> {
  const workflow = workflowsOf(workflowConfig(strapi), contentType).find(({ publishing }) => publishing);
  if (!workflow?.publishing) return;
  await strapi.plugin('accountability').service('workflows').record({
    contentType,
    documentId,
    workflow: workflow.name,
    state: workflow.publishing.needs,
  });
}

/**
 * Records the status stated by the source, as of its date of update. Statuses are written by the workflow only,
 * from the first entry on.
 */
async function recordStatus(
  strapi: Core.Strapi,
  contentType: string,
  documentId: string,
  { status, assessment }: { status: { code: string }; assessment: { code: string } },
): Promise<void> {
  await strapi
    .plugin('accountability')
    .service('workflows')
    .record({
      contentType,
      documentId,
      workflow: 'implementation',
      state: status.code,
      fields: { assessment: assessmentOf(assessment) },
      ...(pageUpdated && { asOf: { date: pageUpdated.value, precision: pageUpdated.precision } }),
    });
}

/**
 * The commitment of the Municipality of Kutaisi with its plan, milestones, organisations and report, from its
 * public page. Creates what is missing, changes nothing that exists.
 */
export async function ensureKutaisi(strapi: Core.Strapi, themes: ReadonlyMap<string, string>): Promise<void> {
  const organisations = await ensureOrganisations(strapi);
  const idsOf = (codes: string[]): string[] => codes.map((code) => organisations.get(code)!);
  const actionPlan = await ensureActionPlan(strapi);
  const { commitment } = seed;
  const [report] = commitment.reports;

  const commitmentId = await ensureDocument(strapi, {
    uid: 'api::commitment.commitment',
    beforePublishing: async (documentId) => {
      await recordStatus(strapi, 'api::commitment.commitment', documentId, report!);
      await recordApproval(strapi, 'api::commitment.commitment', documentId);
    },
    where: { slug: commitment.slug },
    shared: {
      slug: commitment.slug,
      identifiers: commitment.identifiers.map(({ scheme, value, source }) => ({
        scheme,
        value,
        url: sourceUrl(source),
      })),
      timeframe: timeframe(commitment.plannedStart, commitment.plannedEnd),
      actionPlan,
      themes: [
        ...commitment.ogpValues.map(({ code }) => themes.get(code)!),
        ...commitment.sdgs.map(({ number }) => themes.get(`sdg-${number}`)!),
      ],
      leadAgencies: idsOf(commitment.leadAgencies),
      commentsOpen: commitment.comments.formPresent,
      sourceUpdatedOn: pageUpdated?.value ?? null,
      order: 1,
    },
    texts: inEach((language) => ({
      title: commitment.title[language],
      description: commitment.description[language],
      expectedResult: commitment.expectedOutcome[language],
    })),
  });

  for (const milestone of commitment.milestones) {
    await ensureDocument(strapi, {
      uid: 'api::milestone.milestone',
      beforePublishing: (documentId) =>
        recordStatus(strapi, 'api::milestone.milestone', documentId, milestone),
      where: { code: milestone.code, commitment: { documentId: commitmentId } },
      shared: {
        code: milestone.code,
        order: milestone.order,
        timeframe: timeframe(milestone.plannedStart, milestone.plannedEnd),
        responsibleAgencies: idsOf(milestone.leadAgencies),
        partners: idsOf(milestone.partners),
        commitment: commitmentId,
      },
      texts: inEach((language) => ({
        title: milestone.title[language],
        indicator: joined(milestone.indicators, language, '\n'),
        result: milestone.result[language],
      })),
    });
  }

  await ensureDocument(strapi, {
    uid: 'api::progress-report.progress-report',
    where: {
      commitment: { documentId: commitmentId },
      period: { year: report!.period.year, kind: report!.period.kind },
    },
    shared: {
      commitment: commitmentId,
      period: { kind: report!.period.kind, year: report!.period.year },
      publishedOn: pageUpdated?.value ?? null,
      implementationStatus: report!.status.code,
      assessment: assessmentOf(report!.assessment),
      ratings: ratings(),
    },
    texts: inEach((language) => ({ narrative: joined(report!.narrative, language, '\n\n') })),
  });
}
