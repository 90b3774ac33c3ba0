import { plainTitle } from 'strapi-plugin-accountability/server';
import type { AskApi } from '../api/ask-api';
import { LANGUAGES, oneLineTexts, type Language, type Texts } from '../languages';
import { readVersions, type Document, type Versions } from './commitment-versions';
import { FILE_FIELDS, fileOf, type MediaFile } from './media';

export interface Evidence {
  readonly title: string;
  readonly url: string | null;
  readonly file: MediaFile | null;
}

export interface Rating {
  readonly scheme: string;
  /** As published. */
  readonly value: string;
  /** The step of the scheme's scale it corresponds to, where one does. */
  readonly code: string | null;
}

export interface Report {
  readonly id: string;
  readonly period: {
    readonly kind: string;
    readonly year: number | null;
    readonly start: string | null;
    readonly end: string | null;
  } | null;
  readonly status: string | null;
  readonly assessment: string | null;
  readonly narrative: Texts;
  readonly challenges: Texts;
  readonly evidence: readonly Evidence[];
  readonly ratings: readonly Rating[];
  readonly assessorKind: string | null;
  readonly assessorName: Texts;
  readonly assessorId: string | null;
  readonly milestoneId: string | null;
  readonly publishedOn: string | null;
}

export interface MilestoneDetails {
  readonly indicator: Texts;
  readonly result: Texts;
  readonly evidence: readonly Evidence[];
}

/** Data of a commitment's own page, in addition to those of lists. */
export interface CommitmentDetails {
  readonly description: Texts;
  readonly problem: Texts;
  readonly expectedResult: Texts;
  readonly result: Texts;
  readonly identifiers: readonly {
    readonly scheme: string;
    readonly value: string;
    readonly url: string | null;
  }[];
  /** Latest period first. */
  readonly reports: readonly Report[];
  /** By the milestone's id. */
  readonly milestones: ReadonlyMap<string, MilestoneDetails>;
  readonly areCommentsOpen: boolean;
}

const EVIDENCE = [
  ...['title', 'url'].map((field, index) => `[evidence][fields][${index}]=${field}`),
  ...FILE_FIELDS.map((field) => `[evidence][populate][file]${field}`),
];
const populated = (path: string, rest: readonly string[]): string[] =>
  rest.map((one) => `populate${path}${one}`);

const POPULATE = [
  'populate[identifiers]=true',
  ...populated('[milestones]', [
    ...['indicator', 'result'].map((field, index) => `[fields][${index}]=${field}`),
    ...EVIDENCE.map((one) => `[populate]${one}`),
  ]),
  ...populated('[progressReports][populate]', [
    '[period]=true',
    '[ratings]=true',
    '[milestone][fields][0]=code',
    '[assessorPartner][fields][0]=slug',
    ...EVIDENCE,
  ]),
].join('&');

const textIn = (document: Document | undefined, field: string): string | null =>
  (document?.[field] as string | null | undefined) ?? null;
const listIn = (document: Document | undefined, field: string): Document[] =>
  (document?.[field] as Document[] | null | undefined) ?? [];
const idOf = (document: unknown): string | null =>
  (document as { documentId?: string } | null | undefined)?.documentId ?? null;

const textsOf = (versions: Versions, field: string): Texts =>
  Object.fromEntries(LANGUAGES.map((language) => [language, textIn(versions[language], field)]));

/** The version with the unlocalized attributes. */
const anyOf = (versions: Versions): Document => Object.values(versions)[0] ?? {};

/** Versions of related documents, by document; one may exist in a single language only. */
function related(versions: Versions, field: string): [id: string, versions: Versions][] {
  const found = new Map<string, Partial<Record<Language, Document>>>();
  for (const [language, version] of Object.entries(versions)) {
    for (const document of listIn(version, field)) {
      const id = idOf(document) ?? '';
      found.set(id, { ...found.get(id), [language]: document });
    }
  }
  return [...found];
}

const evidenceOf = (versions: Versions): Evidence[] =>
  listIn(anyOf(versions), 'evidence').map((item) => ({
    title: plainTitle(textIn(item, 'title') ?? ''),
    url: textIn(item, 'url'),
    file: fileOf(item.file),
  }));

function reportOf([id, versions]: [string, Versions]): Report {
  const present = anyOf(versions);
  return {
    id,
    period: (present.period as Report['period']) ?? null,
    status: textIn(present, 'implementationStatus'),
    assessment: textIn(present, 'assessment'),
    narrative: textsOf(versions, 'narrative'),
    challenges: textsOf(versions, 'challenges'),
    evidence: evidenceOf(versions),
    ratings: listIn(present, 'ratings').map((rating) => ({
      scheme: textIn(rating, 'scheme') ?? '',
      value: plainTitle(textIn(rating, 'value') ?? ''),
      code: textIn(rating, 'code'),
    })),
    assessorKind: textIn(present, 'assessorKind'),
    assessorName: oneLineTexts(textsOf(versions, 'assessorName')),
    assessorId: idOf(present.assessorPartner),
    milestoneId: idOf(present.milestone),
    publishedOn: textIn(present, 'publishedOn'),
  };
}

/** Sort key of a report's period. */
const timeOf = ({ period, publishedOn }: Report): string =>
  period?.end ?? period?.start ?? (period?.year ? `${period.year}-12-31` : (publishedOn ?? ''));

/**
 * Reads a commitment in every language it has, for a reader of one of them.
 * @throws NotThere where none is published
 */
export async function readCommitmentDetails(
  ask: AskApi,
  id: string,
  reader: Language,
): Promise<CommitmentDetails> {
  const versions = await readVersions(ask, id, reader, POPULATE);
  const present = anyOf(versions);
  return {
    description: textsOf(versions, 'description'),
    problem: textsOf(versions, 'problem'),
    expectedResult: textsOf(versions, 'expectedResult'),
    result: textsOf(versions, 'result'),
    identifiers: listIn(present, 'identifiers').map((identifier) => ({
      scheme: textIn(identifier, 'scheme') ?? '',
      value: plainTitle(textIn(identifier, 'value') ?? ''),
      url: textIn(identifier, 'url'),
    })),
    reports: related(versions, 'progressReports')
      .map(reportOf)
      .sort((one, other) => timeOf(other).localeCompare(timeOf(one))),
    milestones: new Map(
      related(versions, 'milestones').map(([milestone, texts]) => [
        milestone,
        {
          indicator: textsOf(texts, 'indicator'),
          result: textsOf(texts, 'result'),
          evidence: evidenceOf(texts),
        },
      ]),
    ),
    areCommentsOpen: present.commentsOpen !== false,
  };
}
