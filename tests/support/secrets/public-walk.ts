import type { Core, UID } from '@strapi/strapi';
import { mailedToken } from '../unsubscribe-link';
import { followerLinks } from './followers';
import { HOSTILE, HOSTILE_OPEN_DATA, populations, searches } from './hostile-queries';

interface IndexedFile {
  readonly href: string;
}
interface Index {
  readonly datasets: readonly {
    readonly name: string;
    readonly links: readonly (IndexedFile & { readonly format: string })[];
    readonly documents: readonly IndexedFile[];
  }[];
}

/** What addresses are made of. */
export interface Site {
  readonly strapi: Core.Strapi;
  readonly index: Index;
  /** Every document there is or was, by content type. */
  readonly documentIds: Readonly<Record<string, readonly string[]>>;
  readonly releases: readonly string[];
  /** Paths of pages there are or might be, without parameters. */
  readonly pages: readonly string[];
  /** Files in the upload folder that may be there. */
  readonly uploads: readonly string[];
}

export interface Address {
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
}

type Recipe = (site: Site) => Address[];

const API = '/api';
const OPEN_DATA = `${API}/open-data`;

const withQueries = (path: string, queries: readonly string[]): Address[] =>
  queries.map((query) => ({ path: query ? `${path}?${query}` : path }));

/** An address that takes only the parameters given, in each language. */
const plain =
  (path: string, ...queries: string[]): Recipe =>
  () =>
    withQueries(path, ['', 'locale=ka', 'locale=en', ...queries, ...HOSTILE_OPEN_DATA]);

/** A feed of everything, and of each document there is, drafts too. */
const feed =
  (name: string, ...queries: string[]): Recipe =>
  (site) => {
    const ids = Object.values(site.documentIds).flat();
    const about = ids.map((id) => `subject=${id}`);
    return plain(`${OPEN_DATA}/${name}`, ...queries, ...about)(site);
  };

const files: Recipe = ({ index }) =>
  index.datasets.flatMap(({ name, links }) => [
    ...links.flatMap(({ format }) =>
      withQueries(`${OPEN_DATA}/${name}.${format}`, ['', 'locale=ka', 'locale=en']),
    ),
    ...withQueries(`${OPEN_DATA}/${name}.csv`, ['bom=1', 'formulas=raw', 'fields=id', ...HOSTILE_OPEN_DATA]),
    ...['gzip', 'br'].map((coding) => ({
      path: `${OPEN_DATA}/${name}.csv`,
      headers: { 'accept-encoding': coding },
    })),
    { path: `${OPEN_DATA}/${name}` },
    { path: `${OPEN_DATA}/${name}`, headers: { accept: 'text/html,*/*;q=0.8' } },
    { path: `${OPEN_DATA}/${name}.sql` },
  ]);

const ofEachDataset =
  (ending: string): Recipe =>
  ({ index }) =>
    index.datasets.flatMap(({ name }) => plain(`${OPEN_DATA}/${name}.${ending}`)({} as Site));

const collection = (uid: string): Readonly<Record<string, Recipe>> => {
  const name = (strapi: Core.Strapi) => strapi.contentType(uid as UID.ContentType).info.pluralName;
  const path = (site: Site) => `${API}/${name(site.strapi)}`;
  return {
    list: (site) =>
      withQueries(path(site), [...HOSTILE, ...populations(site.strapi, uid), ...searches(site.strapi, uid)]),
    one: (site) => (site.documentIds[uid] ?? []).flatMap((id) => withQueries(`${path(site)}/${id}`, HOSTILE)),
  };
};

const histories: Recipe = ({ strapi, documentIds }) =>
  Object.entries(documentIds).flatMap(([uid, ids]) =>
    ids.flatMap((id) =>
      withQueries(
        `${API}/${strapi.contentType(uid as UID.ContentType).info.pluralName}/${id}/status-history`,
        ['', 'locale=en', 'status=draft', 'populate=*', 'workflow=editorial', 'workflow=moderation'],
      ),
    ),
  );

/**
 * How every public address is walked, by the route it belongs to. A route that is missing here must be closed to
 * who has not logged in: a new public one fails the walk until it is added.
 */
export function walkOf(strapi: Core.Strapi): Readonly<Record<string, Recipe>> {
  const collections = Object.values(strapi.contentTypes)
    .filter(({ uid }) => uid.startsWith('api::') && uid !== 'api::comment.comment')
    .flatMap(({ uid, info }) => {
      const { list, one } = collection(uid);
      return [
        [`${API}/${info.pluralName}`, list!] as const,
        [`${API}/${info.pluralName}/:id`, one!] as const,
      ];
    });
  return {
    ...Object.fromEntries(collections),
    [OPEN_DATA]: plain(OPEN_DATA),
    [`${OPEN_DATA}/:file`]: files,
    [`${OPEN_DATA}/all.zip`]: plain(`${OPEN_DATA}/all.zip`),
    [`${OPEN_DATA}/releases.json`]: plain(`${OPEN_DATA}/releases.json`),
    [`${OPEN_DATA}/releases/:file`]: ({ releases }) =>
      releases.flatMap((version) => plain(`${OPEN_DATA}/releases/${version}.zip`)({} as Site)),
    [`${OPEN_DATA}/changes.ndjson`]: plain(
      `${OPEN_DATA}/changes.ndjson`,
      'since=0&limit=10000',
      'since=99999999',
    ),
    [`${OPEN_DATA}/changes.atom`]: feed('changes.atom', 'before=1', 'before=999999'),
    [`${OPEN_DATA}/status-changes.json`]: feed('status-changes.json', 'limit=100', 'limit=101'),
    [`${OPEN_DATA}/deadlines.ics`]: feed('deadlines.ics'),
    [`${OPEN_DATA}/summary.json`]: plain(`${OPEN_DATA}/summary.json`),
    ...Object.fromEntries(
      [
        'catalog.ttl',
        'catalog.jsonld',
        'catalog.schema.jsonld',
        'datapackage.json',
        'dictionary.md',
        'openapi.json',
      ].map((file) => [`${OPEN_DATA}/${file}`, plain(`${OPEN_DATA}/${file}`)]),
    ),
    ...Object.fromEntries(
      ['csv-metadata.json', 'schema.jsonld', 'xsd'].map((ending) => [
        `${OPEN_DATA}/:dataset.${ending}`,
        ofEachDataset(ending),
      ]),
    ),
    [`${API}/search`]: () =>
      ['', '&kind=commitment', '&kind=action-plan', '&kind=partner', '&kind=comment'].flatMap((more) =>
        ['zxsecret', 'zxpublic', '%22zxsecret%22', 'example'].flatMap((q) =>
          withQueries(`${API}/search`, [`q=${q}&pageSize=100${more}`, `q=${q}&locale=en${more}`]),
        ),
      ),
    [`${API}/accountability/workflows`]: plain(`${API}/accountability/workflows`),
    [`${API}/:collection/:documentId/status-history`]: histories,
    [`${API}/comments/challenge`]: plain(`${API}/comments/challenge`),
    [`${API}/comments/report-reasons`]: plain(`${API}/comments/report-reasons`),
    [`${API}/comments/unsubscribe/:token`]: ({ documentIds }) =>
      [
        'some.token',
        ...(documentIds['api::comment.comment'] ?? []).map((id) => mailedToken(strapi, id)),
      ].flatMap((token) => withQueries(`${API}/comments/unsubscribe/${token}`, ['', 'locale=en'])),
    [`${API}/commitments/:documentId/comments`]: ({ documentIds }) =>
      (documentIds['api::commitment.commitment'] ?? []).flatMap((id) =>
        withQueries(`${API}/commitments/${id}/comments`, ['locale=en', 'sort=oldest', ...HOSTILE]),
      ),
    // The public pages are no routes of Strapi's router.
    '/': ({ pages, strapi: running }) =>
      [
        '/',
        '/commitments',
        '/organisations',
        '/plans',
        '/compare',
        '/data',
        '/sitemap.xml',
        ...pages,
        ...followerLinks(running),
      ].flatMap((path) =>
        withQueries(path, ['', 'locale=en', 'status=draft', 'overdue=false&sort=-updated']),
      ),
    '/_health': () => [{ path: '/_health' }],
    '/admin/:path*': () => [{ path: '/admin' }, { path: '/admin/content-manager' }],
    '/admin/init': () => [{ path: '/admin/init' }],
    '/admin/project-type': () => [{ path: '/admin/project-type' }],
    '/uploads/(.*)': ({ uploads }) =>
      ['', '/', ...uploads.map((name) => `/${name}`)].map((file) => ({ path: `/uploads${file}` })),
    '/((?!uploads/).+)': () => ['robots.txt', '.env', 'package.json'].map((file) => ({ path: `/${file}` })),
    '/content-manager/preview/script': () => [{ path: '/content-manager/preview/script' }],
  };
}

/** Routes that need no login: forms of the public, and the login of the panel, which needs a password. */
export const UNAUTHENTICATED_ROUTES: readonly string[] = [
  'POST /api/commitments/:documentId/comments',
  'POST /api/commitments/:documentId/comments/:commentId/reports',
  'POST /api/comments/unsubscribe/:token',
  'POST /admin/login',
  'POST /admin/register-admin',
  'POST /admin/register',
  'GET /admin/registration-info',
  'POST /admin/forgot-password',
  'POST /admin/reset-password',
];
