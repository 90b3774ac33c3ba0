import { cardPath, commitmentPath, organisationPath, pagePath } from './addresses';
import { NotThere, type AskApi } from './api/ask-api';
import type { Overview } from './content/overview';
import type { Language } from './languages';
import { listPath, readListQuery } from './list/list-query';
import type { Frame } from './page';

type Pages = typeof import('./page-makers');

/** What makes pages, loaded with the first one: 60 files and a reader of Markdown that no start has to wait for. */
export const pages = (): Pages =>
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would load them with the application
  require('./page-makers') as Pages;

/** Input of a page. */
export interface Sources {
  readonly ask: AskApi;
  readonly overview: () => Promise<Overview>;
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

const commitmentRoute = (slug: string): Route => ({
  pathIn: (language) => commitmentPath(slug, language),
  type: HTML,
  async make(frame, { ask, overview, areCommentsOpen }) {
    const all = await overview();
    const commitment = all.commitmentBySlug.get(slug);
    if (!commitment) throw new NotThere(slug);
    const { id } = commitment;
    const make = pages();
    const file = `/api/open-data/commitments.jsonld?filters[id][$eq]=${encodeURIComponent(id)}`;
    const [linkedData, details, logos, history, comments] = await Promise.all([
      ask(file) as Promise<string>,
      make.readCommitmentDetails(ask, id, frame.language),
      make.readLogos(ask, [...commitment.leadIds, ...commitment.partnerIds], frame.language),
      make.readHistory(ask, id, frame.language),
      make.readComments(ask, id),
    ]);
    const content = {
      commitment,
      details,
      logos,
      history,
      comments,
      linkedData: make.withUpdate(make.withoutMarkup(JSON.parse(linkedData)), commitment),
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

const organisationRoute = (slug: string): Route => ({
  pathIn: (language) => organisationPath(slug, language),
  type: HTML,
  async make(frame, { ask, overview }) {
    const all = await overview();
    const organisation = all.organisationBySlug.get(slug);
    if (!organisation) throw new NotThere(slug);
    const logos = await pages().readLogos(ask, [organisation.id], frame.language);
    return pages().layout(pages().organisationPage(organisation, logos, { ...frame, overview: all }), frame);
  },
});

const homeRoute: Route = {
  pathIn: (language) => pagePath('/', language),
  type: HTML,
  async make(frame, { ask, overview }) {
    const summary = await pages().readSummary(ask, frame.language);
    return pages().layout(pages().homePage(summary, { ...frame, overview: await overview() }), frame);
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

/** Paths of the pages that do not depend on content; the list of commitments has parameters. */
export const FIXED_PAGES: readonly string[] = [...Object.keys(fixed), '/commitments'];

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
    return listed(
      (language) => listPath(list, language, { page: list.page }),
      (frame) => pages().commitmentsPage(list, frame),
    );
  }
  const [, ofCard] = /^\/commitments\/([^/]+)\/card$/.exec(path) ?? [];
  if (ofCard !== undefined) return cardRoute(decoded(ofCard));
  const [, kind, part] = /^\/(commitments|organisations)\/([^/]+)$/.exec(path) ?? [];
  if (part === undefined) return Object.hasOwn(fixed, path) ? (fixed[path] ?? null) : null;
  return kind === 'commitments' ? commitmentRoute(decoded(part)) : organisationRoute(decoded(part));
}
