import { cardPath, commentSentPath, commitmentPath, organisationPath, pagePath } from './addresses';
import { NotThere, type AskApi } from './api/ask-api';
import type { CommitmentDetails } from './content/commitment-details';
import type { StatusChange } from './content/conversation';
import type { Logos } from './content/logos';
import type { Overview } from './content/overview';
import type { RevisionCache } from './content/revision-cache';
import type { Language } from './languages';
import { COMPARE_PATH, comparePath, readCompareQuery } from './list/compare-query';
import { listPath, readListQuery, type ListQuery } from './list/list-query';
import { planQueryPath, readPlanQuery, type PlanQuery } from './list/plan-query';
import type { SearchMatches } from './list/search-matches';
import type { Frame } from './page';

type Pages = typeof import('./page-makers');

/** What makes pages, loaded with the first one: 60 files and a reader of Markdown that no start has to wait for. */
export const pages = (): Pages =>
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would load them with the application
  require('./page-makers') as Pages;

/** What only the own page of a commitment has. */
export interface CommitmentParts {
  readonly linkedData: unknown;
  readonly details: CommitmentDetails;
  readonly history: readonly StatusChange[];
}

/** Input of a page. */
export interface Sources {
  readonly ask: AskApi;
  readonly overview: () => Promise<Overview>;
  /** The content of lists as it was read last, without waiting for changes; undefined before it was read at all. */
  readonly knownOverview: () => Overview | undefined;
  /** Whether the content of lists has the changes up to the page's version, and none that is later. */
  readonly isOverviewOfVersion: () => boolean;
  /** What the own pages of commitments have beside lists and comments, kept while nothing of it changes. */
  readonly commitmentParts: RevisionCache<CommitmentParts>;
  /** The logos of some organisations. */
  readonly logos: (ids: readonly string[], overview: Overview) => Promise<Logos>;
  /** What the search index has for a text; null where there is none. */
  readonly search: (text: string) => Promise<SearchMatches | null>;
  readonly areCommentsOpen: boolean;
}

/** A page of the site, unless nothing is published at its address. */
export interface Route {
  /** The page's canonical address in a language: unknown parameters are omitted. */
  readonly pathIn: (language: Language) => string;
  readonly type: string;
  /** Whether other sites may embed it. */
  readonly isCard?: boolean;
  /**
   * Renders it.
   * @throws NotThere where nothing is published
   */
  readonly make: (frame: Frame, sources: Sources) => Promise<string>;
}

const HTML = 'text/html; charset=utf-8';

/** A page that needs only the content of lists. */
const listed = (
  pathIn: Route['pathIn'],
  page: (frame: Frame & { overview: Overview }) => Parameters<Pages['layout']>[0],
): Route => ({
  pathIn,
  type: HTML,
  make: async (frame, { overview }) => pages().layout(page({ ...frame, overview: await overview() }), frame),
});

const listRoute = (query: ListQuery): Route => ({
  pathIn: (language) => listPath(query, language, { page: query.page }),
  type: HTML,
  async make(frame, { overview, search }) {
    const all = await overview();
    const matches = query.search === '' ? null : await search(query.search);
    const page = await pages().commitmentsPage(query, { ...frame, overview: all }, matches);
    return pages().layout(page, frame);
  },
});

const commitmentRoute = (slug: string): Route => ({
  pathIn: (language) => commitmentPath(slug, language),
  type: HTML,
  async make(frame, sources) {
    const { ask, overview, knownOverview, commitmentParts, logos, areCommentsOpen } = sources;
    const make = pages();
    const readParts = async (id: string): Promise<CommitmentParts> => {
      const file = `/api/open-data/commitments.jsonld?filters[id][$eq]=${encodeURIComponent(id)}`;
      const [linkedData, details, history] = await Promise.all([
        ask(file) as Promise<string>,
        make.readCommitmentDetails(ask, id, frame.language),
        make.readHistory(ask, id, frame.language),
      ]);
      return { linkedData: make.withoutMarkup(JSON.parse(linkedData)), details, history };
    };
    // Linked data have the addresses of the site, and history and details are in the reader's language.
    const keyOf = (id: string): string => [id, frame.language, frame.base].join(' ');
    const read = (id: string, content: Overview) => ({
      id,
      parts: commitmentParts.of(keyOf(id), content.revisionOf(id), () => readParts(id)),
      comments: make.readComments(ask, id),
    });
    // Mostly the address leads to the same document as before: what only it has is read while lists are brought up to date.
    const known = knownOverview();
    const knownId = known?.commitmentBySlug.get(slug)?.id;
    const begun = known && knownId !== undefined ? read(knownId, known) : undefined;
    begun?.comments.catch(() => undefined);
    const all = await overview();
    const commitment = all.commitmentBySlug.get(slug);
    if (!commitment) throw new NotThere(slug);
    const revision = all.revisionOf(commitment.id);
    const isCurrent = begun?.id === commitment.id && (begun.parts.isNew || begun.parts.revision === revision);
    // Begun after the page's version was known, it has all that the lists have; without that it may lack a later change.
    if (isCurrent && begun.parts.isNew && sources.isOverviewOfVersion())
      commitmentParts.move(keyOf(commitment.id), begun.parts, revision);
    const { parts, comments: reading } = isCurrent ? begun : read(commitment.id, all);
    const [{ linkedData, details, history }, comments, shownLogos] = await Promise.all([
      parts.value,
      reading,
      logos([...commitment.leadIds, ...commitment.partnerIds], all),
    ]);
    const content = {
      commitment,
      details,
      logos: shownLogos,
      history,
      comments,
      linkedData: make.withUpdate(linkedData, commitment),
      areCommentsOpen: areCommentsOpen && details.areCommentsOpen,
    };
    return make.layout(make.commitmentPage(content, { ...frame, overview: all }), frame);
  },
});

const cardRoute = (slug: string): Route => ({
  pathIn: (language) => cardPath(slug, language),
  type: HTML,
  isCard: true,
  async make(frame, { overview }) {
    const all = await overview();
    const commitment = all.commitmentBySlug.get(slug);
    if (!commitment) throw new NotThere(slug);
    return pages().commitmentCardPage(commitment, { ...frame, overview: all });
  },
});

const commentSentRoute = (slug: string): Route => ({
  pathIn: (language) => commentSentPath(slug, language),
  type: HTML,
  async make(frame, { overview }) {
    const all = await overview();
    const commitment = all.commitmentBySlug.get(slug);
    if (!commitment) throw new NotThere(slug);
    return pages().layout(pages().commentSentPage(commitment, { ...frame, overview: all }), frame);
  },
});

const organisationRoute = (slug: string): Route => ({
  pathIn: (language) => organisationPath(slug, language),
  type: HTML,
  async make(frame, { logos, overview }) {
    const all = await overview();
    const organisation = all.organisationBySlug.get(slug);
    if (!organisation) throw new NotThere(slug);
    const make = pages();
    const ownLogo = await logos([organisation.id], all);
    return make.layout(make.organisationPage(organisation, ownLogo, { ...frame, overview: all }), frame);
  },
});

const planRoute = (slug: string, query: PlanQuery): Route => ({
  pathIn: (language) => planQueryPath(slug, query, language),
  type: HTML,
  async make(frame, { ask, overview }) {
    const all = await overview();
    const plan = all.planBySlug.get(slug);
    if (!plan) throw new NotThere(slug);
    const make = pages();
    const changes = await make.readLatestChanges(ask, make.PLAN_CHANGES, plan.id);
    const history = await make.readPlanHistory(ask, make.onTimeline({ plan, query }, all));
    const content = { plan, slug, query, changes, history };
    return make.layout(make.planPage(content, { ...frame, overview: all }), frame);
  },
});

const homeRoute: Route = {
  pathIn: (language) => pagePath('/', language),
  type: HTML,
  async make(frame, { ask, overview }) {
    const all = await overview();
    const changes = await pages().readLatestChanges(ask, pages().HOME_CHANGES);
    return pages().layout(pages().homePage(changes, { ...frame, overview: all }), frame);
  },
};

const dataRoute: Route = {
  pathIn: (language) => pagePath('/data', language),
  type: HTML,
  make: async (frame, { ask }) =>
    pages().layout(
      pages().dataPage(
        await pages().readDataIndex(ask),
        await ask('/api/open-data/catalog.schema.jsonld'),
        frame,
      ),
      frame,
    ),
};

const plain = (path: string, type: string, make: Route['make']): Route => ({
  pathIn: () => path,
  type,
  make,
});

const fixed: Readonly<Record<string, Route>> = {
  '/': homeRoute,
  '/organisations': listed(
    (language) => pagePath('/organisations', language),
    (frame) => pages().organisationsPage(frame),
  ),
  '/data': dataRoute,
  '/sitemap.xml': plain('/sitemap.xml', 'application/xml; charset=utf-8', async ({ base }, { overview }) =>
    pages().sitemap(await overview(), base),
  ),
  '/robots.txt': plain('/robots.txt', 'text/plain; charset=utf-8', async ({ base }) => pages().robots(base)),
};

/** Paths of the pages that do not depend on content; the list of commitments and the comparison have parameters. */
export const FIXED_PAGES: readonly string[] = [...Object.keys(fixed), '/commitments', COMPARE_PATH];

/** A decoded part of a path; unchanged where its percent signs are invalid: no page has such a name. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The page at a path; null for an unknown path. */
export function findRoute(path: string, query: Readonly<Record<string, unknown>>): Route | null {
  if (path === '/commitments') {
    const list = readListQuery(query);
    return listRoute(list);
  }
  if (path === COMPARE_PATH) {
    const compared = readCompareQuery(query);
    return listed(
      (language) => comparePath(compared, language),
      (frame) => pages().comparePage(compared, frame),
    );
  }
  const [, slug, below] = /^\/commitments\/([^/]+)\/(card|comment-sent)$/.exec(path) ?? [];
  if (slug !== undefined)
    return below === 'card' ? cardRoute(decoded(slug)) : commentSentRoute(decoded(slug));
  const [, kind, part] = /^\/(commitments|organisations|plans)\/([^/]+)$/.exec(path) ?? [];
  if (part === undefined) return Object.hasOwn(fixed, path) ? (fixed[path] ?? null) : null;
  if (kind === 'plans') return planRoute(decoded(part), readPlanQuery(query));
  return kind === 'commitments' ? commitmentRoute(decoded(part)) : organisationRoute(decoded(part));
}
